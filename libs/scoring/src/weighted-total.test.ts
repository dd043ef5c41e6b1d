import fc from 'fast-check';
import { totalsBySection, weightedTotal, type WeightedItem } from './weighted-total';

const item = (some: Partial<WeightedItem> = {}): WeightedItem => ({
  sectionId: 'one',
  weight: 1,
  score: { earned: 1, possible: 1 },
  pending: 0,
  ...some,
});

test('an item counts by its weight, not by its points', () => {
  const items = [item({ score: { earned: 10, possible: 10 } }), item({ weight: 3, score: { earned: 0, possible: 1 } })];
  expect(weightedTotal(items)).toEqual({ earned: 1, possible: 4, pending: 0 });
});

test('points that are not awarded yet are pending in the same weights, and not lost', () => {
  const items = [item({ weight: 2, score: { earned: 1, possible: 4 }, pending: 2 }), item()];
  expect(weightedTotal(items)).toEqual({ earned: 1.5, possible: 3, pending: 1 });
});

test('the totals of the sections add up to the total', () => {
  const anItem = fc.record({
    sectionId: fc.constantFrom('one', 'two', 'three'),
    weight: fc.integer({ min: 1, max: 10 }),
    score: fc
      .nat(8)
      .chain((possible) => fc.record({ earned: fc.nat(possible + 1), possible: fc.constant(possible + 1) })),
    pending: fc.constant(0),
  });
  fc.assert(
    fc.property(fc.array(anItem), (items) => {
      const sections = totalsBySection(items);
      const sum = (pick: (one: { earned: number; possible: number }) => number) =>
        sections.reduce((total, section) => total + pick(section), 0);
      expect(sum(({ earned }) => earned)).toBeCloseTo(weightedTotal(items).earned);
      expect(sum(({ possible }) => possible)).toBe(weightedTotal(items).possible);
    }),
  );
});
