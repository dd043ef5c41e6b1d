import { handInAfterMs } from './hand-in-time';

test.each([
  [0, 100],
  [3, 100],
  [100, 100],
  [101, 200],
  [150, 200],
  [6400, 6400],
  [6401, 12_800],
])('a report on a program that ran for %d ms is handed in after %d ms', (worked, after) => {
  expect(handInAfterMs(worked)).toBe(after);
});

test('a program that may run for a minute can choose among eleven report times', () => {
  const moments = new Set(Array.from({ length: 60_000 }, (_, ms) => handInAfterMs(ms)));
  expect(moments.size).toBeLessThanOrEqual(11);
});
