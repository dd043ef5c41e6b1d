import type { Value } from '@holdout/sandbox';
import type { ValueRules } from './rules-of';
import { compareValues } from './compare-values';

const rules: ValueRules = {
  type: 'value',
  relTol: 0,
  absTol: 0,
  rowOrder: 'kept',
  columnOrder: 'any',
  index: 'ignored',
  dtype: 'ignored',
};
const hintOf = (actual: Value, expected: Value): string | null => {
  const compared = compareValues(actual, expected, rules);
  return compared.ok ? null : compared.hint;
};
/** A matrix of one column in any other language. */
const matrix = (...values: Value[]): Value => ({ $: 'array', dtype: 'float64', shape: [values.length, 1], values });
/** A matrix of one column, as R returns it. */
const column = (...values: Value[]): Value => ({
  $: 'array',
  dtype: 'float64',
  shape: [values.length, 1],
  values,
  vector: true,
});

test.each<[string, Value, Value]>([
  ['a column vector of R and a list', column(1, 2), [1, 2]],
  ['a list and a column vector of R', [1, 2], column(1, 2)],
  ['a column vector of R and a list of one-item lists', column(1, 2), [[1], [2]]],
  ['a column vector of one and its value', column(3), 3],
  ['a value and a column vector of one', 3, column(3)],
])('%s are equal', (_name, actual, expected) => {
  expect(hintOf(actual, expected)).toBeNull();
});

test.each<[string, Value, Value, string]>([
  ['a column that is no vector for a list', matrix(1, 2), [1, 2], 'expected a number, got a list'],
  ['a column vector of two for one value', column(1, 1), 1, 'expected a number, got a list'],
  ['another column vector', column(1, 3), [1, 2], 'a number differs'],
])('%s differs', (_name, ...[actual, expected, hint]) => {
  expect(hintOf(actual, expected)).toBe(hint);
});
