import type { SqlAnswer } from '@holdout/sandbox';
import { LIMITS, aSandbox, aSqlProgram } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0 }, maxSql: 3, warmSql: true });
});
afterAll(() => box.close());

async function answerTo(query: string): Promise<SqlAnswer> {
  const run = await box.run(aSqlProgram(query));
  expect(run.end).toEqual({ kind: 'answered' });
  return run.answer as SqlAnswer;
}

async function rowsOf(query: string): Promise<readonly (readonly (string | null)[])[]> {
  const answer = await answerTo(query);
  if ('sqlError' in answer) throw new Error(answer.sqlError.message);
  return answer.rows;
}

async function codeOf(query: string): Promise<string> {
  const answer = await answerTo(query);
  return 'sqlError' in answer ? answer.sqlError.code : 'allowed';
}

test('answers with columns, their types, and cells as PostgreSQL prints them', async () => {
  expect(await answerTo('select id, origin, delay, day, delay > 3 as late from flight order by id')).toEqual({
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'origin', type: 'text' },
      { name: 'delay', type: 'numeric' },
      { name: 'day', type: 'date' },
      { name: 'late', type: 'boolean' },
    ],
    rows: [
      ['1', 'AMS', '12.5', '2026-01-31', 't'],
      ['2', 'OSL', null, '2026-02-01', null],
    ],
    truncated: false,
  });
});

test('reports an SQL error with code, position and hint', async () => {
  expect(await answerTo('select delayed from flight')).toEqual({
    sqlError: {
      code: '42703',
      message: 'column "delayed" does not exist',
      hint: 'Perhaps you meant to reference the column "flight.delay".',
      position: 8,
    },
  });
});

test('keeps 10,000 rows and reports truncation', async () => {
  const exact = await answerTo('select * from generate_series(1, 10000)');
  const more = await answerTo('select * from generate_series(1, 10001)');
  expect(exact).toMatchObject({ truncated: false, rows: { length: 10_000 } });
  expect(more).toMatchObject({ truncated: true, rows: { length: 10_000 } });
});

test.each([
  ['runs endlessly', 'select count(*) from generate_series(1, 20000) a, generate_series(1, 20000) b', 'wall'],
  ['builds a huge cell', "select repeat('x', 1000000000)", 'memory'],
  ['returns too much', "select repeat('x', 1000) from generate_series(1, 9000)", 'output'],
  ['returns one cell that is too long', "select repeat('x', 20000000)", 'output'],
  [
    'accumulates memory',
    "select length(string_agg(repeat(g::text, 1000), '')) from generate_series(1, 1000000) g",
    'memory',
  ],
  [
    'sorts more than fits in temporary space',
    'select g from generate_series(1, 100000000) g order by g desc',
    'memory',
  ],
])('ends a statement that %s, and answers the next', async (_name, query, limit) => {
  const run = await box.run(aSqlProgram(query, { limits: { ...LIMITS, wallMs: limit === 'wall' ? 700 : 10_000 } }));
  expect(run.end).toEqual({ kind: 'overLimit', limit });
  expect(await rowsOf('select count(*) from flight')).toEqual([['2']]);
});

test('ends a session that disables its own statement_timeout', async () => {
  expect(await codeOf('set statement_timeout = 0')).toBe('allowed');
  const query = "select set_config('statement_timeout', '0', false), count(*) from generate_series(1, 1000000000)";
  const run = await box.run(aSqlProgram(query, { limits: { ...LIMITS, wallMs: 500 } }));
  expect(run.end.kind).toBe('overLimit');
});

test.each([
  ['a write', 'insert into flight (id, origin) values (3, $$X$$)', '25006'],
  ['a table', 'create table evil (a int)', '25006'],
  ['a temporary table', 'create temp table evil (a int)', '25006'],
  ['two statements', 'select 1; select 2', '42601'],
  ['a commit followed by a statement', 'commit; drop table flight', '42601'],
  ['COPY to a program', "copy (select 1) to program 'id'", '42501'],
  ['reading a file', "select pg_read_file('/etc/passwd')", '42501'],
  ['COPY from a file', "copy flight from '/etc/passwd'", '42501'],
  ['a large object', 'select lo_creat(-1)', '42501'],
  ['a large object from bytes', "select lo_from_bytea(0, 'x')", '42501'],
  ['pg_stat_activity', 'select * from pg_stat_activity', '42501'],
  ['activity by function', 'select * from pg_stat_get_activity(null)', '42501'],
  ['names of other databases', 'select datname from pg_database', '42501'],
  ['names of roles', 'select rolname from pg_roles', '42501'],
  ['passwords', 'select * from pg_shadow', '42501'],
  ['locks', 'select * from pg_locks', '42501'],
  ['an advisory lock', 'select pg_advisory_lock(1)', '42501'],
  ['a try-lock', 'select pg_try_advisory_lock(1)', '42501'],
  ['a notification', "select pg_notify('a', 'b')", '42501'],
  ['sleep', 'select pg_sleep(10)', '42501'],
  ['terminating another backend', 'select pg_terminate_backend(1)', '42501'],
  ['a DO block', 'do $$ begin perform 1; end $$', '42501'],
  ['another role', 'set role holdout', '42501'],
  ['another session', 'set session authorization holdout', '42501'],
  ['ALTER SYSTEM', "alter system set work_mem = '1GB'", '25001'],
  ['LOAD', "load 'dblink'", '42501'],
  ['CREATE EXTENSION', 'create extension dblink', '25006'],
  ['a persistent role setting', "alter role current_user set work_mem = '1GB'", '25006'],
  [
    'a write that first makes the transaction read-write',
    "with a as (select set_config('transaction_read_only', 'off', true)) insert into flight select 3, 'X' from a",
    '25006',
  ],
  ['an exported snapshot', 'select pg_export_snapshot()', '42501'],
  ['a prepared transaction', "prepare transaction 'evil'", '55000'],
])('refuses %s', async (_name, query, code) => {
  const answer = await answerTo(query);
  expect(answer).toMatchObject({ sqlError: { code } });
  expect(await rowsOf('select count(*) from flight')).toEqual([['2']]);
});

test.each([
  'commit',
  'set transaction read write',
  'rollback',
  'commit and chain',
  'abort',
  'listen evil',
  'notify evil',
  'lock table flight in access share mode',
])('leaves no change and no lock behind after %s', async (statement) => {
  await box.run(aSqlProgram(statement));
  expect(await rowsOf('select id from flight order by id')).toEqual([['1'], ['2']]);
  expect(await codeOf('create table evil (a int)')).toBe('25006');
});

test('a dataset’s tables and rows are invisible to sessions of another dataset', async () => {
  const other = aSqlProgram('select secret from vault', {
    schema: 'create table vault (secret text)',
    tables: { vault: [{ secret: 'VAULT-SECRET' }] },
  });
  const control = await box.run(other);
  expect(control.answer).toMatchObject({ rows: [['VAULT-SECRET']] });
  expect(await codeOf('select * from vault')).toBe('42P01');
  expect(await rowsOf("select relname from pg_class where relname = 'vault'")).toEqual([]);
  expect(await rowsOf('select table_name from information_schema.tables where table_schema = $$public$$')).toEqual([
    ['flight'],
  ]);
  expect(await rowsOf("select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$'")).toEqual([
    ['public'],
  ]);
});

test('concurrent statements run under different roles, so that they cannot signal each other', async () => {
  const slow = 'select current_user, count(*) from generate_series(1, 3000000)';
  const runs = await Promise.all([slow, slow, slow].map((query) => rowsOf(query)));
  expect(new Set(runs.map((rows) => rows[0]?.[0])).size).toBe(3);
});

test('tables that cannot be created are reported as sandboxFailed', async () => {
  const run = await box.run(aSqlProgram('select 1', { schema: 'create tabel x ()' }));
  expect(run.end).toMatchObject({ kind: 'sandboxFailed', reason: expect.stringContaining('syntax error') as unknown });
});

test('a schema may create functions, but cannot reach outside its database', async () => {
  const schema = `
    create table t (a int);
    create function twice(int) returns int language sql as 'select 2 * $1';
    create function thrice(int) returns int language plpgsql as 'begin return 3 * $1; end';`;
  const run = await box.run(aSqlProgram('select twice(a), thrice(a) from t', { schema, tables: { t: [{ a: 4 }] } }));
  expect(run.answer).toMatchObject({ rows: [['8', '12']] });
  const evil = await box.run(aSqlProgram('select 1', { schema: "copy (select 1) to program 'id'", tables: {} }));
  expect(evil.end).toMatchObject({
    kind: 'sandboxFailed',
    reason: expect.stringContaining('permission denied') as unknown,
  });
});

test('inserts rows by column name, with null for missing columns', async () => {
  const program = aSqlProgram('select a, "B c" from "odd name" order by a', {
    schema: 'create table "odd name" (a int, "B c" boolean)',
    tables: { 'odd name': [{ a: 1, 'B c': true }, { a: 2 }] },
  });
  expect((await box.run(program)).answer).toMatchObject({
    rows: [
      ['1', 't'],
      ['2', null],
    ],
  });
});
