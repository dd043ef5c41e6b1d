import { isValue } from './is-value';

const array = (shape: unknown[], values: unknown[]) => ({ $: 'array', dtype: 'float64', shape, values });

test.each<[string, unknown, boolean]>([
  ['a matrix', array([2, 1], [1, 2]), true],
  ['a matrix without columns', array([3, 0], []), true],
  ['a matrix of another size', array([2, 2], [1, 2]), false],
  ['an empty array that would expand to a billion lists', array([1e9, 0], []), false],
  ['an empty array that would expand dimension by dimension', array([1e5, 1e5, 0], []), false],
  ['a shape with an invalid length', array([-1, -2], [1, 2]), false],
  ['a date', { $: 'datetime', value: '2024-05-01T10:00:00+02:00' }, true],
  ['a date of a megabyte', { $: 'datetime', value: `.${'0'.repeat(1e6)}x` }, false],
  ['an unknown tag', { $: 'constructor' }, false],
  ['a tag that is not a string', { $: 1 }, false],
  [
    'a frame with a column too short',
    { $: 'dataframe', index: [0, 1], columns: [{ name: 'a', dtype: 'f', values: [1] }] },
    false,
  ],
  ['a frame with an invalid column', { $: 'dataframe', index: [], columns: [null] }, false],
  ['a series without an index', { $: 'series', name: null, dtype: 'f', values: [] }, false],
  ['entries that are not pairs', { $: 'entries', items: [[1]] }, false],
  ['a plain object', { a: [1, 'x', null, true] }, true],
  ['nothing at all', undefined, false],
])('%s', (_name, claim, is) => {
  expect(isValue(claim)).toBe(is);
});
