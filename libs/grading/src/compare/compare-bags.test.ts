import fc from 'fast-check';
import type { Value } from '@holdout/sandbox';
import { isClose } from '../values/numeral';
import type { ValueRules } from './rules-of';
import { compareAny, compareValues } from './compare-values';
import { canPairAll } from './pair-all';

const rules = (some: Partial<ValueRules> = {}): ValueRules => ({
  type: 'value',
  relTol: 0,
  absTol: 0,
  rowOrder: 'kept',
  columnOrder: 'any',
  index: 'ignored',
  dtype: 'ignored',
  list: 'multiset',
  ...some,
});
const isSame = (actual: Value, expected: Value, some: Partial<ValueRules> = {}): boolean =>
  compareValues(actual, expected, rules(some)).ok;

const nan: Value = { $: 'float', value: 'nan' };

test.each<[string, Value, Value, Partial<ValueRules>, boolean]>([
  ['a list in a different order', [2, 1, 2], [1, 2, 2], {}, true],
  ['other repeats', [1, 1, 2], [1, 2, 2], {}, false],
  ['other repeats, as a set', [1, 1, 2], [1, 2, 2, 2], { list: 'set' }, true],
  ['an item too many, as a set', [1, 2, 3], [1, 2], { list: 'set' }, false],
  ['an item too few, as a set', [1], [1, 2], { list: 'set' }, false],
  ['sets within tolerances', [1.001, 2, 1.999], [1, 2], { list: 'set', absTol: 0.01 }, true],
  [
    'a tuple and an array',
    { $: 'tuple', items: [2, 1] },
    { $: 'array', dtype: 'i', shape: [2], values: [1, 2] },
    {},
    true,
  ],
  ['nested lists in a different order', [[2, 1]], [[1, 2]], {}, false],
  ['nested lists, moved as a whole', [[3], [1, 2]], [[1, 2], [3]], {}, true],
  ['NaN twice', [nan, 1, nan], [1, nan, nan], { relTol: 0.1 }, true],
  ['NaN for a number', [nan, 1], [1, 2], { relTol: 0.1 }, false],
  [
    'infinities',
    [
      { $: 'float', value: '-inf' },
      { $: 'float', value: 'inf' },
    ],
    [
      { $: 'float', value: 'inf' },
      { $: 'float', value: '-inf' },
    ],
    { relTol: 0.1 },
    true,
  ],
  ['True for 1', [true, 2], [2, 1], {}, false],
  ['True for 1, with tolerances', [true, 2], [2, 1], { absTol: 0.1 }, false],
  ['a string for a number', ['1', 2], [2, 1], {}, false],
  ['dictionaries and a missing value', [null, { a: [1] }], [{ a: [1] }, null], {}, true],
  ['an opaque value', [{ $: 'opaque', type: 'Liar' }, 1], [1, 1], {}, false],
  ['sequences, when order counts', [2, 1], [1, 2], { list: 'sequence' }, false],
  ['no list', { a: 1 }, { a: 1 }, {}, true],
])('in any order: %s', (_name, ...[actual, expected, some, same]) => {
  expect(isSame(actual, expected, some)).toBe(same);
});

test('close numbers are paired even if a greedy choice would fail', () => {
  // 1.0 fits both, 0.5 only the first: a greedy choice fails in one of the orders.
  const expected = [
    [0.8, 'a'],
    [1.3, 'a'],
  ];
  for (const actual of [
    [
      [1, 'a'],
      [0.5, 'a'],
    ],
    [
      [0.5, 'a'],
      [1, 'a'],
    ],
  ]) {
    expect(isSame(actual, expected, { absTol: 0.31 })).toBe(true);
    expect(isSame(actual.toReversed(), expected.toReversed(), { absTol: 0.31 })).toBe(true);
  }
});

test('sorted numbers are paired whenever a perfect matching exists', () => {
  const near = fc.array(
    fc.integer({ min: -6, max: 6 }).map((n) => n / 2),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(near, near, fc.constantFrom(0, 0.2, 0.4), fc.constantFrom(0, 0.5, 1), (left, right, relTol, absTol) => {
      const expected = left.slice(0, Math.min(left.length, right.length));
      const actual = right.slice(0, expected.length);
      const possible = permutations(actual).some((order) =>
        order.every((number, index) => isClose(number, expected[index] ?? NaN, { relTol, absTol })),
      );
      expect(isSame(actual, expected, { relTol, absTol })).toBe(possible);
    }),
    { numRuns: 500 },
  );
});

test('a perfect matching is found whenever one exists', () => {
  const aTable = fc
    .integer({ min: 1, max: 6 })
    .chain((count) =>
      fc.array(fc.array(fc.boolean(), { minLength: count, maxLength: count }), { minLength: count, maxLength: count }),
    );
  fc.assert(
    fc.property(aTable, (table) => {
      const possible = permutations([...table.keys()]).some((order) =>
        order.every((right, left) => table[left]?.[right] === true),
      );
      expect(canPairAll(table.length, (left, right) => table[left]?.[right] === true)).toBe(possible);
    }),
    { numRuns: 500 },
  );
});

test('a shuffled list is the same list, and one changed item is not', () => {
  const anItem: fc.Arbitrary<Value> = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1 }), fc.nat(), fc.constantFrom(0, 1e-9), (items, n, relTol) => {
      const turned = [...items.slice(n % items.length), ...items.slice(0, n % items.length)];
      expect(isSame(turned, items, { relTol })).toBe(true);
      expect(isSame(['another string of thirty letters', ...turned.slice(1)], items, { relTol })).toBe(false);
    }),
  );
});

test('400 mixed items that all match each other are paired in seconds, and more are refused', () => {
  const items = Array.from({ length: 400 }, (_, index): Value => ({ at: index / 1e6 }));
  expect(isSame(items.toReversed(), items, { absTol: 1 })).toBe(true);
  expect(() => isSame([...items, 1], [...items, 1], { absTol: 1 })).toThrow(/at most 400 items/);
  expect(isSame([...items, 1], [1, ...items])).toBe(true);
});

test('any of several accepted answers passes, and the hint is that of the first', () => {
  expect(compareAny([1, 0], [[0, 1], 'none'], rules())).toEqual({ ok: true });
  expect(compareAny('none', [[0, 1], 'none'], rules())).toEqual({ ok: true });
  expect(compareAny(7, [[0, 1], 'none'], rules())).toEqual({ ok: false, hint: 'expected a list, got a number' });
});

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
