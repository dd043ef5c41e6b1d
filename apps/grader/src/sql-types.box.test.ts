import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor } from '@holdout/embedded-postgres';
import { compareRows, incomparableColumn } from '@holdout/grading';
import type { Sandbox, SqlAnswer } from '@holdout/sandbox';
import { createSandbox } from '@holdout/sandbox-driver';

/** Two different values of each type that can be compared, as PostgreSQL reads them. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['1', '2'],
  integer: ['1', '2'],
  bigint: ['9007199254740993', '9007199254740992'],
  numeric: ['12345678901234567890.5', '12345678901234567891.5'],
  oid: ['1', '2'],
  real: ['0.5', 'NaN'],
  'double precision': ['Infinity', 'NaN'],
  text: ['', 'NULL'],
  'character varying': ['a', 'b'],
  character: ['a', 'b'],
  name: ['a', 'b'],
  '"char"': ['a', 'b'],
  unknown: ['a', 'b'],
  date: ['2024-02-29', '0001-02-28 BC'],
  'timestamp without time zone': ['2024-02-29 23:59:59.999999', '2024-03-01'],
  'timestamp with time zone': ['2024-02-29 23:59:59+01', 'infinity'],
  'time without time zone': ['23:59:59.5', '23:59:59'],
  'time with time zone': ['23:59:59+01', '23:59:59+02'],
  interval: ['1 mon', '-1 day'],
  boolean: ['true', 'false'],
  bytea: ['\\x00ff', '\\xff00'],
  bit: ['1', '0'],
  'bit varying': ['10', '100'],
  money: ['1.50', '1.51'],
  uuid: ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'],
  json: ['{"a": [1, null]}', '{"a": [null, 1]}'],
  jsonb: ['1', '"1"'],
  jsonpath: ['$.a', '$.b'],
  inet: ['10.0.0.1', '10.0.0.1/24'],
  cidr: ['10.0.0.0/24', '10.0.0.0/25'],
  macaddr: ['08:00:2b:01:02:03', '08:00:2b:01:02:04'],
  macaddr8: ['08:00:2b:01:02:03:04:05', '08:00:2b:01:02:03:04:06'],
  point: ['(1,2)', '(2,1)'],
  line: ['{1,2,3}', '{1,2,4}'],
  lseg: ['[(1,2),(3,4)]', '[(1,2),(3,5)]'],
  box: ['(3,4),(1,2)', '(3,5),(1,2)'],
  path: ['[(1,2),(3,4)]', '((1,2),(3,4))'],
  polygon: ['((1,2),(3,4))', '((1,2),(3,5))'],
  circle: ['<(1,2),3>', '<(1,2),4>'],
  int4range: ['[1,5)', '[1,5]'],
  int8range: ['[1,5)', '(,5)'],
  numrange: ['[1.0,5)', 'empty'],
  daterange: ['[2024-01-01,2024-01-05)', '[2024-01-01,2024-01-06)'],
  tsrange: ['[2024-01-01,2024-01-05)', '(2024-01-01,2024-01-05)'],
  tstzrange: ['[2024-01-01,2024-01-05)', '[2024-01-01,)'],
  int4multirange: ['{[1,5),[7,9)}', '{[1,5)}'],
  int8multirange: ['{[1,5)}', '{}'],
  nummultirange: ['{[1.0,5)}', '{[1.5,5)}'],
  datemultirange: ['{[2024-01-01,2024-01-05)}', '{[2024-01-01,2024-01-06)}'],
  tsmultirange: ['{[2024-01-01,2024-01-05)}', '{(2024-01-01,2024-01-05)}'],
  tstzmultirange: ['{[2024-01-01,2024-01-05)}', '{[2024-01-01,)}'],
  tsvector: ['a:1 b:2', 'a b'],
  tsquery: ['a & b', 'a | b'],
  pg_lsn: ['0/1', '0/2'],
  xid: ['1', '2'],
  xid8: ['1', '2'],
  cid: ['1', '2'],
  tid: ['(0,1)', '(0,2)'],
  refcursor: ['a', 'b'],
  pg_snapshot: ['10:20:', '10:20:15'],
  txid_snapshot: ['10:20:', '10:20:15'],
  regclass: ['pg_class', 'pg_type'],
  regcollation: ['"C"', '"POSIX"'],
  regconfig: ['simple', 'pg_catalog.english'],
  regdictionary: ['simple', 'english_stem'],
  regnamespace: ['public', 'pg_catalog'],
  regoper: ['||/', '|/'],
  regoperator: ['+(integer,integer)', '-(integer,integer)'],
  regproc: ['version', 'pi'],
  regprocedure: ['version()', 'pi()'],
  regrole: ['pg_monitor', 'reader'],
  regtype: ['integer', 'text'],
};

/** Types without a rule: internal ones, and XML, whose equality no two programs agree on. */
const REFUSED = new Set(
  `xml aclitem gtsvector int2vector oidvector pg_node_tree pg_ndistinct pg_dependencies pg_mcv_list
  pg_brin_bloom_summary pg_brin_minmax_multi_summary`.split(/\s+/),
);

type Answered = Extract<SqlAnswer, { columns: unknown }>;
const RULES = { type: 'rows', ordered: true, columnNames: 'kept', relTol: 0, absTol: 0 } as const;

let scratchDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'holdout-sql-types-'));
  const postgresBinaries = binariesFor(process.cwd(), null);
  sandbox = await createSandbox({ scratchDir, nodeBinary: process.execPath, postgresBinaries });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

async function answerTo(query: string, schema = 'create table t (a int)'): Promise<Answered> {
  const run = await sandbox.run(
    {
      profile: 'postgresql',
      schema,
      tables: {},
      query,
      mayWrite: false,
      limits: { cpuMs: 20_000, wallMs: 60_000, memoryBytes: 512 * 1024 * 1024, outputBytes: 8 * 1024 * 1024 },
    },
    new AbortController().signal,
  );
  const answer = run.answer as SqlAnswer | undefined;
  if (answer === undefined || 'sqlError' in answer) throw new Error(`${query}: ${JSON.stringify(run)}`);
  return answer;
}

const isRefused = (type: string): boolean =>
  incomparableColumn({ columns: [{ name: 'x', type }], rows: [], truncated: false }) !== null;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Whether a type must be refused: a row of a table, a domain of the information schema, a pseudo-type, or named above. */
function mustBeRefused(type: string, all: readonly (readonly (string | null)[])[]): boolean {
  const element = type.replace(/\[\]$/, '');
  const kinds = all.flatMap(([name, kind]) => (name === type || name === element ? [kind] : []));
  const isPseudo = kinds.includes('p') && element !== 'unknown';
  return kinds.includes('c') || isPseudo || type.startsWith('information_schema.') || REFUSED.has(element);
}

test('every type of a real server is compared by its value, or refused', async () => {
  const { rows } = await answerTo('select format_type(oid, null), typtype::text from pg_type');
  expect(rows.length).toBeGreaterThan(500);
  const found = rows.map(([type]) => ({ type, isRefused: isRefused(type ?? '') }));
  expect(found).toEqual(rows.map(([type]) => ({ type, isRefused: mustBeRefused(type ?? '', rows) })));
  const compared = found.flatMap(({ type, isRefused: is }) => (is || type?.endsWith('[]') ? [] : [type]));
  expect(new Set(compared)).toEqual(new Set(Object.keys(VALUES)));
});

describe.each(Object.entries(VALUES))('%s', (type, [first, second]) => {
  const cast = (value: string): string => (type === 'unknown' ? literal(value) : `${literal(value)}::${type}`);

  test('a value equals itself and no other', async () => {
    const [one, other] = [await answerTo(`select ${cast(first)} as x`), await answerTo(`select ${cast(second)} as x`)];
    expect(compareRows(one, one, RULES)).toEqual({ ok: true });
    expect(compareRows(other, other, RULES)).toEqual({ ok: true });
    expect(compareRows(one, other, RULES).ok).toBe(false);
    expect(compareRows(one, other, { ...RULES, ordered: false, absTol: 1e-9 }).ok).toBe(false);
  });

  test('so do arrays', async () => {
    const array = (...values: readonly string[]): string => `array[${values.map(cast).join(', ')}]`;
    const [one, other] = [
      await answerTo(`select ${array(first, second)} as x`),
      await answerTo(`select ${array(second, first)} as x`),
    ];
    expect(compareRows(one, one, RULES)).toEqual({ ok: true });
    expect(compareRows(one, other, RULES).ok).toBe(false);
    const [nested, short] = [
      await answerTo(`select array[${array(first)}, ${array(second)}] as x`),
      await answerTo(`select ${array(first)} as x`),
    ];
    expect(compareRows(nested, nested, RULES)).toEqual({ ok: true });
    for (const different of [nested, short]) expect(compareRows(different, one, RULES).ok).toBe(false);
  });
});

test('types of the question itself are named: an enum is compared as text, a row of a table is refused', async () => {
  const schema =
    "create type mood as enum ('good', 'bad'); create table t (a int, m mood); create domain price as numeric";
  const [good, bad] = [
    await answerTo(`select 'good'::mood as x, array['bad'::mood] as y, 1::price as z`, schema),
    await answerTo(`select 'bad'::mood as x, array['bad'::mood] as y, 1::price as z`, schema),
  ];
  expect(good.columns.map(({ type }) => type)).toEqual(['enum mood', 'enum mood[]', 'numeric']);
  expect(compareRows(good, good, RULES)).toEqual({ ok: true });
  expect(compareRows(bad, good, RULES)).toEqual({ ok: false, hint: 'column x differs in some rows' });
  const row = await answerTo('select t from (select 1, 2) t', schema);
  expect(incomparableColumn(row)).toEqual({ name: 't', type: 'record' });
  const named = await answerTo('select t from t', schema);
  expect(incomparableColumn(named)).toEqual({ name: 't', type: 'row t' });
});
