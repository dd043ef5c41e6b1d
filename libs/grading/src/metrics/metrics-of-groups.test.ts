import fc from 'fast-check';
import { scoredOf } from './scored';
import { recallAtCapacity } from './metrics-of-groups';

const rows = fc.array(
  fc.record({
    truth: fc.constantFrom(0, 1),
    predicted: fc.integer({ min: 0, max: 4 }),
    group: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 3, maxLength: 40 },
);

test('equal weights in a group give the same result as weighing its rows one by one', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }), (all, times) => {
      fc.pre(all.some(({ truth }) => truth === 1));
      const scored = scoredOf(
        all.map(({ truth }) => truth),
        all.map(({ predicted }) => predicted),
        all.map(({ group }) => group),
      );
      const weights = all.map(({ group }) => times[group] ?? 1);
      // Small enough to leave the share nearly unchanged, large enough to make the rows of a group differ.
      const uneven = weights.map((weight, row) => weight + 1e-9 * row);
      const metric = recallAtCapacity(2);
      expect(metric(scored, weights)).toBeCloseTo(metric(scored, uneven), 6);
    }),
  );
});

test('rows that tie for the last place within the capacity count in proportion', () => {
  const scored = scoredOf([1, 0, 1, 1], [9, 5, 5, 1]);
  expect(recallAtCapacity(2)(scored, [1, 1, 1, 1])).toBeCloseTo(1.5 / 3);
  expect(recallAtCapacity(2)(scored, [2, 2, 2, 2])).toBeCloseTo(1.5 / 3);
});
