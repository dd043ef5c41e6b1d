import { percentile } from './percentile';

// numpy 1.24.2: np.quantile([1, 2, 4, 8, 16], q)
test.each([
  [0, 1],
  [0.025, 1.1],
  [0.25, 2],
  [0.5, 4],
  [0.9, 12.8],
  [1, 16],
])('the quantile at %d is numpy’s', (q, value) => {
  expect(percentile([1, 2, 4, 8, 16], q)).toBeCloseTo(value, 12);
});

test('the quantile of no numbers is NaN', () => {
  expect(percentile([], 0.5)).toBeNaN();
});
