import type { Value } from '@holdout/sandbox';
import type { ValueRules } from './rules-of';
import { compareValues } from './compare-values';

const rules: ValueRules = {
  type: 'value',
  relTol: 1e-9,
  absTol: 0,
  rowOrder: 'kept',
  columnOrder: 'any',
  index: 'ignored',
  dtype: 'ignored',
};
const hintOf = (actual: Value, expected: Value, changes: Partial<ValueRules> = {}): string | null => {
  const compared = compareValues(actual, expected, { ...rules, ...changes });
  return compared.ok ? null : compared.hint;
};

const nan: Value = { $: 'float', value: 'nan' };
const inf: Value = { $: 'float', value: 'inf' };
const tuple = (...items: Value[]): Value => ({ $: 'tuple', items });
const set = (...items: Value[]): Value => ({ $: 'set', items, frozen: true });
const entries = (...items: (readonly [Value, Value])[]): Value => ({ $: 'entries', items });
const array = (shape: number[], values: Value[]): Value => ({ $: 'array', dtype: 'float64', shape, values });
const frame = (columns: Record<string, Value[]>, dtype = 'float64', index?: Value[]): Value => ({
  $: 'dataframe',
  index: index ?? (Object.values(columns)[0] ?? []).map((_, row) => row),
  columns: Object.entries(columns).map(([name, values]) => ({ name, dtype, values })),
});
const series = (values: Value[]): Value => ({
  $: 'series',
  name: 'x',
  dtype: 'float64',
  index: values.map((_, row) => row),
  values,
});

test.each<[string, Value, Value]>([
  ['the same number', 0.1 + 0.2, 0.3],
  ['NaN and NaN', nan, nan],
  ['infinities', inf, inf],
  ['a list and a tuple', [1, 2], tuple(1, 2)],
  ['a list and an array', [1, 2], array([2], [1, 2])],
  [
    'a list of lists and a matrix',
    [
      [1, 2],
      [3, 4],
    ],
    array([2, 2], [1, 2, 3, 4]),
  ],
  ['an array without dimensions and its number', array([], [3]), 3],
  ['a Series and its values as a list', series([1, 2]), [1, 2]],
  ['a Series of one and its value', series([3]), 3],
  ['a list with labelled numbers in it', [series([1]), series([2])], [1, 2]],
  ['an empty array of two dimensions and empty rows', [[], []], array([2, 0], [])],
  ['sets in a different order', { $: 'set', items: [1, 'a'] }, { $: 'set', items: ['a', 1] }],
  ['dictionaries in a different order', { a: 1, b: [nan] }, { b: [nan], a: 1 }],
  [
    'entries with a tuple as key',
    { $: 'entries', items: [[tuple(1, 2), 3]] },
    { $: 'entries', items: [[tuple(1, 2), 3]] },
  ],
  ['infinity and a frozen set as keys', entries([inf, 1], [set('a', 'b'), 2]), entries([set('b', 'a'), 2], [inf, 1])],
  ['keys that are an integer and the same float', entries([{ $: 'decimal', value: '2.0' }, 1]), entries([2, 1])],
  ['keys that are a decimal and the nearest float', entries([{ $: 'decimal', value: '0.1' }, 1]), entries([0.1, 1])],
  ['NaN as a key', entries([nan, 1], [nan, 2]), entries([nan, 1], [nan, 2])],
  ['a decimal and the number', { $: 'decimal', value: '12.50' }, 12.5],
  ['a fraction and the nearest float', { $: 'fraction', numerator: '2', denominator: '6' }, 1 / 3],
  ['a fraction and its decimal', { $: 'fraction', numerator: '25', denominator: '2' }, { $: 'decimal', value: '12.5' }],
  ['a complex number without an imaginary part', { $: 'complex', real: 2, imaginary: 0 }, 2],
  ['complex numbers', { $: 'complex', real: 2, imaginary: inf }, { $: 'complex', real: 2, imaginary: inf }],
  ['lengths of time', { $: 'timedelta', value: '060' }, { $: 'timedelta', value: '60' }],
  ['bytes', { $: 'bytes', value: 'YQ==' }, { $: 'bytes', value: 'YQ' }],
  [
    'a time with a zone and without',
    { $: 'datetime', value: '2024-05-01T02:00:00+02:00' },
    { $: 'datetime', value: '2024-05-01' },
  ],
  ['a decimal in a frame', frame({ a: [{ $: 'decimal', value: '1.50' }] }, 'object'), frame({ a: [1.5] })],
  ['a large integer and the same float', { $: 'integer', value: '100000000000000000000' }, 1e20],
  ['integers beyond 2^53', { $: 'integer', value: '9007199254740993' }, { $: 'integer', value: '9007199254740993' }],
  [
    'dates written two ways',
    { $: 'datetime', value: '2024-05-01' },
    { $: 'datetime', value: '2024-05-01T00:00:00.000000' },
  ],
  ['frames with columns in a different order', frame({ b: [2], a: [1] }), frame({ a: [1], b: [2] })],
  ['frames with different indexes', frame({ a: [1] }, 'int64', [7]), frame({ a: [1] })],
  ['None and NaN in a frame', frame({ a: [null] }), frame({ a: [nan] })],
  ['empty frames', frame({ a: [] }), frame({ a: [] })],
  ['series', series([1, nan]), series([1, nan])],
])('%s are equal', (_name, actual, expected) => {
  expect(hintOf(actual, expected)).toBeNull();
});

test.each<[string, Value, Value, string]>([
  ['another number', 0.31, 0.3, 'a number differs'],
  ['a number for None', 0, null, 'expected None, got a number'],
  ['NaN for a number', nan, 1, 'a number differs'],
  ['infinity for minus infinity', inf, { $: 'float', value: '-inf' }, 'a number differs'],
  ['True for 1', true, 1, 'expected a number, got a boolean'],
  ['1 for True', 1, true, 'expected a boolean, got a number'],
  ['a string for a number', '1', 1, 'expected a number, got a string'],
  ['a shorter list', [1], [1, 2], 'fewer items than expected'],
  ['a matrix that is not a vector for a list', array([2, 1], [1, 2]), [1, 2], 'expected a number, got a list'],
  ['a longer list', [1, 2, 3, 4], [1, 2], 'more items than expected'],
  ['a list in a different order', [2, 1], [1, 2], 'a number differs'],
  ['a value deep within', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 'a number differs'],
  ['another key', { a: 1 }, { b: 1 }, 'the dictionary has different keys'],
  ['a key too many', { a: 1, b: 1 }, { a: 1 }, 'the dictionary has different keys'],
  ['NaN for infinity as a key', entries([nan, 1]), entries([inf, 1]), 'the dictionary has different keys'],
  [
    'minus infinity for infinity as a key',
    entries([{ $: 'float', value: '-inf' }, 1]),
    entries([inf, 1]),
    'the dictionary has different keys',
  ],
  [
    'another frozen set as a key',
    entries([set('a', 'b'), 1]),
    entries([set('a', 'c'), 1]),
    'the dictionary has different keys',
  ],
  [
    'a list for a frozen set as a key',
    entries([tuple('a'), 1]),
    entries([set('a'), 1]),
    'the dictionary has different keys',
  ],
  ['True for 1 as a key', entries([true, 1]), entries([1, 1]), 'the dictionary has different keys'],
  ['one NaN for two as keys', entries([nan, 1]), entries([nan, 1], [nan, 1]), 'the dictionary has different keys'],
  ['an opaque key', entries([{ $: 'opaque', type: 'Liar' }, 1]), entries([1, 1]), 'the dictionary has different keys'],
  [
    'a complex number for another',
    { $: 'complex', real: 1, imaginary: 2 },
    { $: 'complex', real: 1, imaginary: 3 },
    'a number differs',
  ],
  [
    'a length of time for its seconds',
    { $: 'timedelta', value: '60000000' },
    60,
    'expected a number, got a length of time',
  ],
  ['bytes for a string', { $: 'bytes', value: 'YQ==' }, 'a', 'expected a string, got bytes'],
  [
    'the same opaque value in frames',
    frame({ a: [{ $: 'opaque', type: 'Liar' }] }),
    frame({ a: [{ $: 'opaque', type: 'Liar' }] }),
    'column a differs in some rows',
  ],
  [
    'another moment',
    { $: 'datetime', value: '2024-05-01T00:00:00+02:00' },
    { $: 'datetime', value: '2024-05-01' },
    'a date differs',
  ],
  ['another set', { $: 'set', items: [1] }, { $: 'set', items: [2] }, 'the set contains different items'],
  ['two labelled numbers for one', series([1, 1]), 1, 'expected a number, got a Series'],
  ['another number in a Series', series([1, 3]), [1, 2], 'a number differs'],
  ['a Series for a dictionary', series([1]), { x: 1 }, 'expected a dictionary, got a Series'],
  ['a list for a set', [1], { $: 'set', items: [1] }, 'expected a set, got a list'],
  ['a list for a frame', [1], frame({ a: [1] }), 'expected a DataFrame, got a list'],
  ['an opaque value', { $: 'opaque', type: 'Liar' }, 1, 'expected a number, got a value that cannot be compared'],
  [
    'an opaque value in a frame',
    frame({ a: [{ $: 'opaque', type: 'Liar' }] }),
    frame({ a: [1] }),
    'column a differs in some rows',
  ],
  ['a column too few', frame({ a: [1] }), frame({ a: [1], b: [2] }), 'column b is missing'],
  ['a column too many', frame({ a: [1], b: [2] }), frame({ a: [1] }), 'more columns than expected'],
  ['a row too many', frame({ a: [1, 2] }), frame({ a: [1] }), 'more rows than expected'],
  ['another cell', frame({ a: [1, 2], b: [1, 1] }), frame({ a: [1, 3], b: [1, 1] }), 'column a differs in some rows'],
  [
    'rows in a different order',
    frame({ a: [1, 2] }),
    frame({ a: [2, 1] }),
    'the rows are correct but in a different order',
  ],
  [
    'a string for a date',
    frame({ a: ['2024-05-01'] }),
    frame({ a: [{ $: 'datetime', value: '2024-05-01' }] }),
    'column a differs in some rows',
  ],
])('%s differs, and the hint quotes no value', (_name, ...[actual, expected, hint]) => {
  expect(hintOf(actual, expected)).toBe(hint);
});

test.each<[string, Partial<ValueRules>, Value, Value, string | null]>([
  [
    'rows in any order',
    { rowOrder: 'any' },
    frame({ a: [1, 2], b: ['x', 'y'] }),
    frame({ a: [2, 1], b: ['y', 'x'] }),
    null,
  ],
  [
    'rows in any order with others paired',
    { rowOrder: 'any' },
    frame({ a: [1, 2], b: ['y', 'x'] }),
    frame({ a: [2, 1], b: ['y', 'x'] }),
    'each column is correct on its own, but not their combination in the rows',
  ],
  [
    'columns kept',
    { columnOrder: 'kept' },
    frame({ b: [2], a: [1] }),
    frame({ a: [1], b: [2] }),
    'the columns are in a different order',
  ],
  [
    'the index kept',
    { index: 'kept' },
    frame({ a: [1] }, 'int64', [7]),
    frame({ a: [1] }),
    'column index differs in some rows',
  ],
  ['dtypes kept', { dtype: 'kept' }, frame({ a: [1] }, 'int64'), frame({ a: [1] }), 'column a has a different dtype'],
  [
    'no tolerance for integers that a double cannot represent',
    { relTol: 0 },
    { $: 'integer', value: '9007199254740992' },
    { $: 'integer', value: '9007199254740993' },
    'a number differs',
  ],
  ['an absolute tolerance', { absTol: 0.01 }, 0.309, 0.3, null],
  [
    'a tolerance below the last digit of a large integer',
    { absTol: 0.5, relTol: 0 },
    { $: 'integer', value: '9007199254740992' },
    { $: 'integer', value: '9007199254740993' },
    'a number differs',
  ],
  [
    'no tolerance for decimals beyond a double',
    { relTol: 0 },
    { $: 'decimal', value: '0.10000000000000000001' },
    { $: 'decimal', value: '0.1' },
    'a number differs',
  ],
])('with %s', (_name, ...[changes, actual, expected, hint]) => {
  expect(hintOf(actual, expected, changes)).toBe(hint);
});
