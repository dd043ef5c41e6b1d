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
const set = (...items: Value[]): Value => ({ $: 'set', items, frozen: true });
const entries = (...items: (readonly [Value, Value])[]): Value => ({ $: 'entries', items });
const frame = (columns: Record<string, Value[]>, dtype = 'float64', index?: Value[]): Value => ({
  $: 'dataframe',
  index: index ?? (Object.values(columns)[0] ?? []).map((_, row) => row),
  columns: Object.entries(columns).map(([name, values]) => ({ name, dtype, values })),
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

const aKey: fc.Arbitrary<Value> = fc.letrec<{ key: Value }>((tie) => ({
  key: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Value>(null, true, nan, inf, { $: 'float', value: '-inf' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }).map((value): Value => ({ $: 'integer', value: String(value) })),
    fc.string(),
    fc.array(tie('key'), { maxLength: 3 }).map((items): Value => tuple(...items)),
    fc.array(tie('key'), { maxLength: 3 }).map((items): Value => set(...items)),
  ),
})).key;

test('two keys are the same exactly when they are equal as values', () => {
  fc.assert(
    fc.property(aKey, aKey, (one, other) => {
      const asValues = hintOf(one, other, { relTol: 0 }) === null;
      expect(hintOf(entries([one, 1]), entries([other, 1]), { relTol: 0 }) === null).toBe(asValues);
      expect(hintOf(entries([one, 1]), entries([one, 1]), { relTol: 0 })).toBeNull();
    }),
  );
});

test('the order of entries and members never counts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aKey, fc.integer()), { maxLength: 6 }), (pairs) => {
      const keys = pairs.map(([key]) => key);
      expect(hintOf(set(...[...keys].reverse()), set(...keys), { relTol: 0 })).toBeNull();
      const own = pairs.filter(([key], at) =>
        keys.every((each, other) => at <= other || hintOf(each, key, { relTol: 0 }) !== null),
      );
      expect(hintOf(entries(...[...own].reverse()), entries(...own), { relTol: 0 })).toBeNull();
    }),
  );
});

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
