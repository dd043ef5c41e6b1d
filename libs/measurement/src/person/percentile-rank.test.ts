import fc from 'fast-check';
import { proportionBand } from '../proportion-band';
import { normGroupOf, percentileRank } from './percentile-rank';
import { bandOfRight } from './test-bands';

const SCORES = Array.from({ length: 40 }, (_, index) => (100 * (index % 10)) / 10);

test('those below count whole and those with the same score half', () => {
  // 20 of 40 are below 50, and 4 have 50.
  const rank = percentileRank(bandOfRight(5, 10), normGroupOf(SCORES));
  expect(rank).toMatchObject({ kind: 'percentile', value: expect.closeTo(55, 9), n: 40 });
});

test('the interval from the group’s size is Wilson’s', () => {
  const rank = percentileRank(bandOfRight(5, 10), normGroupOf(SCORES));
  const wilson = proportionBand(22, 40, 40);
  if (rank.kind !== 'percentile') throw new Error(rank.kind);
  expect(rank.sampling.low).toBeCloseTo(100 * (wilson?.low ?? 0), 9);
  expect(rank.sampling.high).toBeCloseTo(100 * (wilson?.high ?? 0), 9);
});

test('a group of 29 is too few to compare', () => {
  expect(percentileRank(bandOfRight(5, 10), normGroupOf(SCORES.slice(0, 29)))).toEqual({
    kind: 'tooFew',
    n: 29,
    needed: 30,
  });
});

test('if everybody has the person’s score, the percentile is 50', () => {
  expect(percentileRank(bandOfRight(10, 10), normGroupOf(new Array<number>(50).fill(100)))).toMatchObject({
    value: 50,
  });
});

test('scores that differ in their last bits are ties', () => {
  const scores = new Array<number>(30).fill(100 * (0.1 + 0.2));
  expect(percentileRank(bandOfRight(3, 10), normGroupOf(scores))).toMatchObject({ value: 50 });
});

test('the percentile lies in its intervals, of which the whole one contains that of sampling, and grows with the score', () => {
  const group = fc.array(fc.nat(20), { minLength: 30, maxLength: 200 });
  fc.assert(
    fc.property(group, fc.nat(20), fc.nat(20), (rights, a, b) => {
      const norm = normGroupOf(rights.map((k) => 5 * k));
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((k) => percentileRank(bandOfRight(k, 20), norm));
      if (low?.kind !== 'percentile' || high?.kind !== 'percentile') throw new Error('too few');
      expect(high.value).toBeGreaterThanOrEqual(low.value);
      const ends = [0, low.low, low.sampling.low, low.value, low.sampling.high, low.high, 100];
      expect([...ends].sort((x, y) => x - y)).toEqual(ends);
    }),
  );
});
