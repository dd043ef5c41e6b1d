import { renderValue } from './render-value';

function streamOf(numbers: readonly number[]): { $: 'stream'; float64: string } {
  return { $: 'stream', float64: Buffer.from(new Float64Array(numbers).buffer).toString('base64') };
}

test.each<[readonly number[], string]>([
  [[], 'iter([])'],
  [[1.5], 'iter([1.5])'],
  [[1, -2.25, 1e9], 'iter([1, -2.25, 1000000000])'],
  [[NaN, Infinity], 'iter([nan, inf])'],
])('a stream of %j reads %s', (numbers, text) => {
  expect(renderValue(streamOf(numbers), 'python')).toBe(text);
});

test('a long stream shows its first numbers and its length', () => {
  const text = renderValue(streamOf(Array.from({ length: 100_000 }, (_, index) => index)), 'python');
  expect(text).toMatch(/^iter\(\[0, 1, 2, .*, 59, … 100000 in all\]\)$/);
});

test('a repeated stream is shown once, with its total length', () => {
  expect(renderValue({ ...streamOf([1, 2]), times: 3 }, 'python')).toBe('iter([1, 2, … 6 in all])');
});
