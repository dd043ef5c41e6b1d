import type { Limits, Run, SqlAnswer, SqlProgram } from '@holdout/sandbox';
import { LIMITS, aSandbox, aSqlProgram } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

let box: TestSandbox;
beforeAll(async () => {
  box = await aSandbox({ parked: { python: 0 } });
});
afterAll(() => box.close());

function aQuery(query: string, over: Partial<SqlProgram> = {}): SqlProgram {
  return aSqlProgram(query, { profile: 'sqlite', ...over });
}

async function answerTo(query: string, over: Partial<SqlProgram> = {}): Promise<SqlAnswer> {
  const run: Run = await box.run(aQuery(query, over));
  if (run.end.kind !== 'answered') throw new Error(JSON.stringify(run));
  return run.answer as SqlAnswer;
}

const COUNTING = 'with recursive c(x) as (select 1 union all select x + 1 from c';

describe('answers', () => {
  test('cells are text; a column has one type that fits all its values', async () => {
    const answer = await answerTo(
      "select id, origin, delay, day, x'0aff' as bytes, 1e999 as much, null as absent from flight order by id",
    );
    expect(answer).toEqual({
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'origin', type: 'text' },
        { name: 'delay', type: 'real' },
        { name: 'day', type: 'text' },
        { name: 'bytes', type: 'blob' },
        { name: 'much', type: 'real' },
        { name: 'absent', type: 'null' },
      ],
      rows: [
        ['1', 'AMS', '12.5', '2026-01-31', '\\x0aff', 'Infinity', null],
        ['2', 'OSL', null, '2026-02-01', '\\x0aff', 'Infinity', null],
      ],
      truncated: false,
    });
  });

  test.each([
    ['integers and reals', 'values (1), (2.5), (null)', 'real'],
    ['numbers and text', "values (1), ('a')", 'mixed'],
  ])('a column of %s has one type for all of them', async (_name, query, type) => {
    expect(await answerTo(query)).toMatchObject({ columns: [{ type }] });
  });

  test('truncation at 10,000 rows is reported', async () => {
    const answer = await answerTo(`${COUNTING} limit 20000) select x from c`);
    if (!('rows' in answer)) throw new Error(answer.sqlError.message);
    expect([answer.rows.length, answer.rows.at(-1), answer.truncated]).toEqual([10_000, ['10000'], true]);
  });

  test.each([
    ['a table function', "select sum(value) from json_each('[1, 2]')", [['3']]],
    ['a window function', 'select sum(id) over (order by id) from flight', [['1'], ['3']]],
    ['a pragma that reads the schema', "select name from pragma_table_info('flight') limit 1", [['id']]],
    ['a trailing comment', 'select 1; -- that is all', [['1']]],
    ['a comment before a lone semicolon', "select 1 /* a; b */\n-- it's all;\n;\n/* and */;", [['1']]],
    [
      'semicolons and comments before the statement',
      '; -- first;\n select \';\' || "a;b" from (select 1 as "a;b");',
      [[';1']],
    ],
  ])('support %s', async (_name, query, rows) => {
    expect(await answerTo(query)).toMatchObject({ rows });
  });
});

describe('a rejected statement', () => {
  const READ_ONLY = 'the data is read-only';
  const NO_DDL = 'may not be created, altered or dropped';
  test.each<[string, string, string]>([
    ['selec 1', 'SQLITE_ERROR', 'syntax error'],
    ['select absent from flight', 'SQLITE_ERROR', 'no such column: absent'],
    ['select 1; select 2', 'SQLITE_MISUSE', 'more than one statement'],
    ['select 1; /* two */ ; select 2;', 'SQLITE_MISUSE', 'more than one statement'],
    ["select 'never closed; ", 'SQLITE_ERROR', 'unrecognized token'],
    ['-- nothing at all', 'SQLITE_MISUSE', 'write a SELECT'],
    ["insert into flight values (3, 'X', 1, null)", 'SQLITE_AUTH', READ_ONLY],
    ['update flight set delay = 0', 'SQLITE_AUTH', READ_ONLY],
    ['delete from flight', 'SQLITE_AUTH', READ_ONLY],
    ['drop table flight', 'SQLITE_AUTH', NO_DDL],
    ['create temp table mine (x)', 'SQLITE_AUTH', NO_DDL],
    ['analyze', 'SQLITE_AUTH', NO_DDL],
    ["attach ':memory:' as other", 'SQLITE_AUTH', 'ATTACH is not allowed'],
    ["vacuum into '/box/copy'", 'SQLITE_AUTH', 'ATTACH is not allowed'],
    ['pragma writable_schema = on', 'SQLITE_AUTH', 'PRAGMA writable_schema is not allowed'],
    ['begin', 'SQLITE_AUTH', 'transactions are not allowed'],
    ["select load_extension('/box/x.so')", 'SQLITE_ERROR', 'load_extension is not allowed'],
    ["update sqlite_master set sql = ''", 'SQLITE_ERROR', 'may not be modified'],
  ])('reports the reason: %s', async (query, code, message) => {
    expect(await answerTo(query)).toMatchObject({
      sqlError: { code, message: expect.stringContaining(message) as unknown },
    });
  });

  test('also reports an error in the tables', async () => {
    const { sqlError } = (await answerTo('select 1', { schema: 'create tabl flight' })) as { sqlError: object };
    expect(sqlError).toMatchObject({ message: expect.stringContaining('the tables could not be created') as unknown });
  });
});

describe('a statement that may change rows', () => {
  const mayWrite = true;

  test('returns the rows of RETURNING', async () => {
    const update = 'update flight set delay = 0.5 where id = 1 returning id, delay';
    expect(await answerTo(update, { mayWrite })).toMatchObject({ rows: [['1', '0.5']] });
  });

  test('returns no rows without RETURNING', async () => {
    expect(await answerTo('delete from flight', { mayWrite })).toEqual({ columns: [], rows: [], truncated: false });
  });

  test('must satisfy the constraints, and may not change the schema', async () => {
    const twice = await answerTo("insert into flight values (1, 'X', 1, null)", { mayWrite });
    expect(twice).toMatchObject({ sqlError: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } });
    expect(await answerTo('drop table flight', { mayWrite })).toMatchObject({ sqlError: { code: 'SQLITE_AUTH' } });
  });

  test('leaves no change for the next statement', async () => {
    await answerTo('delete from flight', { mayWrite });
    expect(await answerTo('select count(*) from flight')).toMatchObject({ rows: [['2']] });
  });
});

test.each<[string, string, Partial<Limits>, string]>([
  ['runs endlessly', `${COUNTING}) select count(*) from c`, { cpuMs: 1000 }, 'cpu'],
  ['allocates too much at once', 'select hex(zeroblob(400000000))', {}, 'memory'],
  ['accumulates memory', `${COUNTING}) select zeroblob(1000000) as b from c order by b, x`, {}, 'memory'],
  ['returns too much', 'select hex(zeroblob(1000000))', {}, 'output'],
])('reports the limit exceeded by a statement that %s', async (_name, query, over, limit) => {
  const limits = { ...LIMITS, ...over };
  expect((await box.run(aQuery(query, { limits }))).end).toEqual({ kind: 'overLimit', limit });
});
