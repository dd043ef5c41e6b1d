import type { RowsRules } from './rules-of';
import { compareRows } from './compare-rows';
import type { SqlTable } from '../values/read-answer';

describe('rows of a query', () => {
  const table = (columns: [string, string][], rows: (string | null)[][], truncated = false): SqlTable => ({
    columns: columns.map(([name, type]) => ({ name, type })),
    rows,
    truncated,
  });
  const expected = table(
    [
      ['month', 'text'],
      ['share', 'numeric'],
    ],
    [
      ['2024-01', '0.5000'],
      ['2024-02', null],
    ],
  );
  const sqlRules: RowsRules = { type: 'rows', ordered: true, columnNames: 'kept', relTol: 1e-9, absTol: 0 };
  const like = (rows: (string | null)[][], type = 'float8'): SqlTable =>
    table(
      [
        ['month', 'text'],
        ['share', type],
      ],
      rows,
    );

  test.each<[string, SqlTable, Partial<RowsRules>, string | null]>([
    [
      'numbers in another notation',
      like([
        ['2024-01', '0.5'],
        ['2024-02', null],
      ]),
      {},
      null,
    ],
    [
      'a different order where order counts',
      like([
        ['2024-02', null],
        ['2024-01', '0.5'],
      ]),
      {},
      'the rows are correct but in a different order',
    ],
    [
      'a different order where order does not count',
      like([
        ['2024-02', null],
        ['2024-01', '0.5'],
      ]),
      { ordered: false },
      null,
    ],
    [
      '0 for NULL',
      like([
        ['2024-01', '0.5'],
        ['2024-02', '0'],
      ]),
      {},
      'column share differs in some rows',
    ],
    [
      'a row twice',
      like([
        ['2024-01', '0.5'],
        ['2024-02', null],
        ['2024-02', null],
      ]),
      {},
      'more rows than expected',
    ],
    ['no rows', like([]), {}, 'fewer rows than expected'],
    [
      'no columns, as of a statement without rows',
      table([], []),
      {},
      'the statement returns no rows: write a SELECT, or use RETURNING',
    ],
    [
      'text for numbers',
      like(
        [
          ['2024-01', '0.5'],
          ['2024-02', null],
        ],
        'text',
      ),
      {},
      'column share must contain numbers',
    ],
    [
      'another name',
      table(
        [
          ['month', 'text'],
          ['ratio', 'numeric'],
        ],
        expected.rows as (string | null)[][],
      ),
      {},
      'column 2 must be named share',
    ],
    [
      'another name where names do not count',
      table(
        [
          ['m', 'text'],
          ['r', 'numeric'],
        ],
        expected.rows as (string | null)[][],
      ),
      { columnNames: 'ignored' },
      null,
    ],
    ['a column too few', table([['month', 'text']], [['2024-01'], ['2024-02']]), {}, 'fewer columns than expected'],
    [
      'more rows than are read',
      table(
        [
          ['month', 'text'],
          ['share', 'numeric'],
        ],
        [],
        true,
      ),
      {},
      'far more rows than expected',
    ],
  ])('%s', (_name, ...[actual, changes, hint]) => {
    const compared = compareRows(actual, expected, { ...sqlRules, ...changes });
    expect(compared.ok ? null : compared.hint).toBe(hint);
  });

  test('a date equals the timestamp of its midnight', () => {
    const day = table([['day', 'date']], [['2013-01-01']]);
    expect(compareRows(table([['day', 'timestamp']], [['2013-01-01 00:00:00']]), day, sqlRules)).toEqual({ ok: true });
  });

  test('the last digit of a large integer counts', () => {
    const large = (digits: string): SqlTable => table([['n', 'int8']], [[digits]]);
    expect(compareRows(large('9007199254740993'), large('9007199254740992'), { ...sqlRules, relTol: 0 }).ok).toBe(
      false,
    );
  });
});
