import fc from 'fast-check';
import type { RowsRules } from './rules-of';
import { compareRows } from './compare-rows';
import type { SqlTable } from '../values/read-answer';

const one = (type: string, cell: string | null): SqlTable => ({
  columns: [{ name: 'x', type }],
  rows: [[cell]],
  truncated: false,
});
const EXACT: RowsRules = { type: 'rows', ordered: true, columnNames: 'kept', relTol: 0, absTol: 0 };
const isSame = (
  actual: readonly [string, string | null],
  expected: readonly [string, string | null],
  rules: Partial<RowsRules> = {},
): boolean => compareRows(one(...actual), one(...expected), { ...EXACT, ...rules }).ok;

describe('cells are equal by value', () => {
  test.each<[string, [string, string], [string, string]]>([
    ['arrays of numbers in another notation', ['numeric[]', '{1.0,NULL,2}'], ['integer[]', '{1,NULL,2.00}']],
    ['nested arrays', ['integer[]', '{{1,2},{3,4}}'], ['integer[]', '{{1,2},{3,4}}']],
    ['arrays of texts with and without quotes', ['text[]', '{"a",b}'], ['text[]', '{a,b}']],
    ['NaN of a float and of a float', ['double precision', 'NaN'], ['numeric', 'NaN']],
    [
      'a time with and without zone',
      ['timestamp with time zone', '2024-03-01 07:05:09.88+00'],
      ['timestamp without time zone', '2024-03-01 07:05:09.880'],
    ],
    [
      'a moment in another zone',
      ['timestamp with time zone', '2024-03-01 09:35:09+02:30'],
      ['timestamp with time zone', '2024-03-01 07:05:09+00'],
    ],
    ['a moment before Christ', ['timestamp without time zone', '0044-03-15 00:00:00 BC'], ['date', '0044-03-15 BC']],
    ['a moment as text in SQLite', ['text', '2024-03-01T07:05:09Z'], ['text', '2024-03-01 07:05:09']],
    ['an interval in other units', ['interval', '1 day 02:00:00'], ['interval', '26:00:00']],
    ['negative intervals', ['interval', '-1 days +02:00:00'], ['interval', '-22:00:00']],
    ['years and months', ['interval', '1 year 2 mons'], ['interval', '14 mons']],
    [
      'JSON with keys in another order',
      ['json', '{"b": [1.0, null], "a": "x"}'],
      ['jsonb', '{"a": "x", "b": [1, null]}'],
    ],
    ['ranges of numbers', ['numrange', '[1.0,2)'], ['numrange', '[1,2.0)']],
    [
      'ranges of times',
      ['tstzrange', '["2024-01-01 02:00:00+02","2024-01-02 00:00:00+00")'],
      ['tsrange', '["2024-01-01 00:00:00","2024-01-02 00:00:00")'],
    ],
    ['multiranges', ['nummultirange', '{[1.0,2),(3,4.50]}'], ['nummultirange', '{[1,2),(3,4.5]}']],
    ['points', ['point', '(1,2.50)'], ['point', '(1,2.5)']],
    ['a padded text', ['character', 'ab   '], ['text', 'ab']],
    ['long decimals', ['numeric', '12345678901234567890.500'], ['numeric', '12345678901234567890.5']],
    [
      'a float and the decimal nearest to it',
      ['double precision', '3.3333333333333335'],
      ['numeric', '3.3333333333333333'],
    ],
    ['one address with and without its length', ['inet', '10.0.0.1'], ['cidr', '10.0.0.1/32']],
    ['zero and minus zero', ['double precision', '-0'], ['integer', '0']],
    ['numbers with an exponent', ['real', '1e+20'], ['real', '100000000000000000000']],
  ])('%s', (_name, actual, expected) => {
    expect(isSame(actual, expected)).toBe(true);
    expect(isSame(actual, expected, { ordered: false, absTol: 1e-9 })).toBe(true);
  });

  test.each<[string, [string, string | null], [string, string | null]]>([
    ['an array of other numbers', ['integer[]', '{-1,99}'], ['integer[]', '{1,2}']],
    ['an empty array', ['integer[]', '{}'], ['integer[]', '{1,2}']],
    ['NaN for an array', ['numeric', 'NaN'], ['integer[]', '{1,2}']],
    ['an array in another order', ['integer[]', '{2,1}'], ['integer[]', '{1,2}']],
    ['a flat array for a nested one', ['integer[]', '{1,2}'], ['integer[]', '{{1,2}}']],
    ['an array that begins elsewhere', ['integer[]', '[0:1]={1,2}'], ['integer[]', '{1,2}']],
    ['NULL for the text NULL', ['text[]', '{NULL}'], ['text[]', '{"NULL"}']],
    ['texts for numbers in an array', ['text[]', '{1,2}'], ['integer[]', '{1,2}']],
    ['NaN for a number', ['double precision', 'NaN'], ['double precision', '1']],
    ['NaN for infinity', ['double precision', 'NaN'], ['double precision', 'Infinity']],
    ['a text that is not a number', ['integer', '{1}'], ['integer', '{2}']],
    [
      'another moment',
      ['timestamp with time zone', '2024-03-01 07:05:09+01'],
      ['timestamp without time zone', '2024-03-01 07:05:09'],
    ],
    ['another interval', ['interval', '1 mon'], ['interval', '31 days']],
    ['a JSON text for a JSON number', ['json', '"1"'], ['json', '1']],
    ['a JSON key too many', ['json', '{"a":1,"b":null}'], ['json', '{"a":1}']],
    ['another bound', ['numrange', '[1,2]'], ['numrange', '[1,2)']],
    ['the twentieth digit', ['numeric', '12345678901234567891.5'], ['numeric', '12345678901234567890.5']],
    ['the last digit of an integer as numeric', ['numeric', '9007199254740993'], ['bigint', '9007199254740992']],
    ['an empty text for NULL', ['text', ''], ['text', null]],
    ['an array for a text', ['text', '{2,1}'], ['integer[]', '{1,2}']],
    ['a day that does not exist, as text', ['text', '2024-02-30 00:00:00'], ['text', '2024-03-01']],
  ])('not: %s', (_name, actual, expected) => {
    expect(isSame(actual, expected)).toBe(false);
    expect(isSame(actual, expected, { ordered: false, absTol: 1e-9 })).toBe(false);
  });

  test('a tolerance holds inside arrays, JSON and points, and is exact beyond 15 digits', () => {
    const close = { absTol: 0.01 };
    expect(isSame(['numeric[]', '{1.005}'], ['numeric[]', '{1}'], close)).toBe(true);
    expect(isSame(['json', '{"a": 1.005}'], ['jsonb', '{"a": 1}'], close)).toBe(true);
    expect(isSame(['point', '(1.005,2)'], ['point', '(1,2)'], close)).toBe(true);
    expect(isSame(['numeric', '12345678901234567890.505'], ['numeric', '12345678901234567890.5'], close)).toBe(true);
    expect(isSame(['numeric', '12345678901234567890.52'], ['numeric', '12345678901234567890.5'], close)).toBe(false);
  });

  test('names of columns are compared as SQL compares them, without case', () => {
    const named = (name: string): SqlTable => ({
      columns: [{ name, type: 'integer' }],
      rows: [['1']],
      truncated: false,
    });
    expect(compareRows(named('People'), named('people'), EXACT)).toEqual({ ok: true });
  });
});

describe('properties of the comparison', () => {
  const ofType: Readonly<Record<string, fc.Arbitrary<string>>> = {
    integer: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
    'double precision': fc.double({ noNaN: true }).map(String),
    numeric: fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 999 }))
      .map(([whole, rest]) => `${whole}.${rest}`),
    text: fc.string(),
    'timestamp without time zone': fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 23).replace('T', ' ')),
    'integer[]': fc.array(fc.integer()).map((items) => `{${items.join(',')}}`),
    'text[]': fc.array(fc.string()).map((items) => `{${items.map((item) => JSON.stringify(item)).join(',')}}`),
    jsonb: fc.json(),
  };
  const aColumn = fc
    .constantFrom(...Object.keys(ofType))
    .chain((type) =>
      fc.tuple(fc.constant(type), fc.array(ofType[type] ?? fc.string(), { minLength: 1, maxLength: 12 })),
    );
  const someRules = fc.record({ ordered: fc.boolean(), absTol: fc.constantFrom(0, 1e-9) });
  const column = (type: string, cells: readonly string[]): SqlTable => ({
    columns: [{ name: 'x', type }],
    rows: cells.map((cell) => [cell]),
    truncated: false,
  });

  test('a table equals itself', () => {
    fc.assert(
      fc.property(aColumn, someRules, ([type, cells], rules) => {
        expect(compareRows(column(type, cells), column(type, cells), { ...EXACT, ...rules })).toEqual({ ok: true });
      }),
    );
  });

  test('the comparison is symmetric at tolerance 0', () => {
    fc.assert(
      fc.property(aColumn, aColumn, ([type, cells], [otherType, others]) => {
        const [one, other] = [column(type, cells), column(otherType, others)];
        expect(compareRows(one, other, EXACT).ok).toBe(compareRows(other, one, EXACT).ok);
      }),
    );
  });

  test('decimals are equal exactly when their difference is zero', () => {
    const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(decimal, fc.bigInt({ min: -2n, max: 2n }), ([digits, zeros], step) => {
        const [near, padded] = [`${digits + step}.5`, `${digits}.5${'0'.repeat(zeros)}`];
        const expected = digits + step === digits && !(digits === 0n);
        if (digits >= 0n && digits + step >= 0n) {
          expect(isSame(['numeric', near], ['numeric', padded])).toBe(expected || (digits === 0n && step === 0n));
        }
      }),
    );
  });
});
