import fc from 'fast-check';
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
  ['a longer list', [1, 2, 3, 4], [1, 2], 'more items than expected'],
  ['a list in a different order', [2, 1], [1, 2], 'a number differs'],
  ['a value deep within', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 'a number differs'],
  ['another key', { a: 1 }, { b: 1 }, 'the dictionary has different keys'],
  ['a key too many', { a: 1, b: 1 }, { a: 1 }, 'the dictionary has different keys'],
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
])('with %s', (_name, ...[changes, actual, expected, hint]) => {
  expect(hintOf(actual, expected, changes)).toBe(hint);
});

const aValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Value>(null, true, nan, inf),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string(),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter((key) => key !== '$'),
      tie('value'),
    ),
    fc.array(tie('value')).map((items): Value => ({ $: 'set', items })),
    fc.array(tie('value'), { minLength: 1 }).map((values) => frame({ a: values, b: values })),
  ),
})).value;

test('every value equals itself', () => {
  fc.assert(fc.property(aValue, (value) => expect(hintOf(value, value, { relTol: 0 })).toBeNull()));
});

test('rows in any order equal themselves within a tolerance', () => {
  const cells = fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(cells, (rows) => {
      const nudged = [...rows]
        .reverse()
        .map(([name, number], at) => [name, number + (at % 2 === 0 ? 1e-10 : -1e-10)] as const);
      const asFrame = (from: readonly (readonly [string, number])[]): Value =>
        frame({ name: from.map(([name]) => name), number: from.map(([, number]) => number) });
      expect(hintOf(asFrame(nudged), asFrame(rows), { rowOrder: 'any', absTol: 1e-9 })).toBeNull();
    }),
  );
});
