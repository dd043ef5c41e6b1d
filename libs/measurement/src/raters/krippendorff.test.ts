import fc from 'fast-check';
import { seededRandom } from '../test-random';
import { krippendorffAlpha, type LevelMetric } from './krippendorff';

const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const random = () => seededRandom(7);

/** Four coders by twelve units, with missing marks: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). */
const CODERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const UNITS = Array.from({ length: 12 }, (_, unit) => CODERS.map((coder) => coder[unit] ?? null));

test.each<[LevelMetric, number]>([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
])('alpha of Krippendorff’s example, %s, is the published one', (metric, value) => {
  const alpha = krippendorffAlpha(UNITS, { metric, random: random() });
  // The last unit has one mark only, so that it does not count.
  expect(alpha).toMatchObject({ kind: 'estimate', value: expect.closeTo(value, 3), n: 11 });
  if (alpha.kind === 'estimate') expect(alpha.high - alpha.low).toBeGreaterThan(0.1);
});

test('the same marks and seed give the same interval', () => {
  const alpha = () => krippendorffAlpha(UNITS, { metric: 'ordinal', random: random() });
  expect(alpha()).toEqual(alpha());
});

test('without pairs, and with one level throughout, there is no alpha', () => {
  const options = { metric: 'ordinal', random: random() } as const;
  expect(krippendorffAlpha([], options)).toEqual({ kind: 'tooFew', n: 0, needed: 10 });
  expect(krippendorffAlpha(new Array(40).fill([2, null]), options)).toEqual({ kind: 'tooFew', n: 0, needed: 10 });
  expect(krippendorffAlpha(new Array(40).fill([2, 2]), options)).toEqual({ kind: 'noVariance', n: 40 });
});

test('full agreement is 1, with an interval that has a width', () => {
  const units = Array.from({ length: 20 }, (_, unit) => [unit % 3, unit % 3]);
  for (const metric of METRICS) {
    const alpha = krippendorffAlpha(units, { metric, random: random() });
    expect(alpha).toMatchObject({ kind: 'estimate', value: 1, high: 1 });
    if (alpha.kind === 'estimate') expect(alpha.low).toBeLessThan(1);
  }
});

const level = fc.option(fc.integer({ min: 0, max: 4 }));
const units = fc.array(fc.array(level, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 25 });

test('alpha lies in its interval, is never NaN, and does not depend on the order of units or marks', () => {
  fc.assert(
    fc.property(units, fc.constantFrom(...METRICS), (drawn, metric) => {
      const alpha = krippendorffAlpha(drawn, { metric, random: random() });
      if (alpha.kind !== 'estimate') return;
      expect(alpha.low).toBeLessThanOrEqual(alpha.value);
      expect(alpha.high).toBeGreaterThanOrEqual(alpha.value);
      expect(alpha.high).toBeLessThanOrEqual(1);
      const turned = drawn.map((unit) => unit.toReversed()).toReversed();
      const again = krippendorffAlpha(turned, { metric, random: random() });
      expect(again.kind === 'estimate' && again.value).toBeCloseTo(alpha.value, 9);
    }),
    { numRuns: 40 },
  );
});
