import { counted } from './counted';

test.each([
  [1, 'row', '1 row'],
  [0, 'row', '0 rows'],
  [9000, 'row', '9,000 rows'],
  [28, 'fault episode', '28 fault episodes'],
  [2, 'query', '2 queries'],
  [2, 'day', '2 days'],
  [2, 'batch', '2 batches'],
  [0.5, 'point', '0.5 points'],
  [3, 'criterion', '3 criteria'],
])('%d of %s is %s', (n, noun, words) => {
  expect(counted(n, noun)).toBe(words);
});
