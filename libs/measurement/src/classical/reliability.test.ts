import { correlation } from './correlation';
import { feldtInterval } from './reliability';

// C. Evans, function feldt1.return, MRC Cognition and Brain Sciences Unit: alpha .913 of 873 persons and 20 items, .9044024 to .9211588.
test('Feldt’s interval is the published one', () => {
  const [low, high] = feldtInterval(0.913, 873, 20);
  expect(low).toBeCloseTo(0.9044024, 7);
  expect(high).toBeCloseTo(0.9211588, 7);
});

/** Sums of which the correlation is r, of n pairs with means 0 and variances 1. */
const pairs = (r: number, n: number) => ({ n, x: 0, xx: n, y: 0, yy: n, xy: n * r });

// Fisher's transformation: atanh(.5) = .5493061, and 1.959964 / sqrt(100) = .1959964, so the ends are tanh of .3533097 and .7453025 (n = 103).
test('the interval of a correlation is Fisher’s', () => {
  expect(correlation(pairs(0.5, 103))).toMatchObject({
    value: expect.closeTo(0.5, 12),
    low: expect.closeTo(Math.tanh(0.5493061 - 0.1959964), 6),
    high: expect.closeTo(Math.tanh(0.5493061 + 0.1959964), 6),
  });
});

test('a correlation of 1 has an interval with a width, one of 29 pairs is not given, one with a constant is not defined', () => {
  const one = correlation(pairs(1, 50));
  expect(one).toMatchObject({ kind: 'estimate', value: 1 });
  if (one.kind === 'estimate') expect(one.low).toBeLessThan(one.high);
  expect(correlation(pairs(0.5, 29))).toEqual({ kind: 'tooFew', n: 29, needed: 30 });
  expect(correlation({ ...pairs(0, 50), yy: 0 })).toEqual({ kind: 'noVariance', n: 50 });
});
