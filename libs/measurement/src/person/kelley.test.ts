import { type FormStatistics, formStatistics } from '../classical/form-statistics';
import { LSAT7, personsOf, sumsOf } from '../classical/test-lsat';
import { kelleyEstimate } from './kelley';

const form = (mean: number, standardDeviation: number, alpha: number): FormStatistics => ({
  kind: 'form',
  n: 100,
  items: 40,
  mean,
  standardDeviation,
  alpha: { kind: 'estimate', value: alpha, low: 0, high: 1, n: 100 },
  lambda2: null,
  kr21: null,
  standardError: null,
  alphaIfDropped: [],
  errorScale: null,
});

// F. J. Dudek, Psychological Bulletin 86 (1979), 335-337: mean 500, SD 100, reliability .9; 700 gives 680 and 400 gives 410, with a
// standard error of estimation of 30. Here divided by 10.
test.each([
  [70, 68],
  [40, 41],
])('%d is drawn to the mean, to %d', (score, value) => {
  expect(kelleyEstimate(score, form(50, 10, 0.9))).toMatchObject({
    value: expect.closeTo(value, 9),
    standardError: expect.closeTo(3, 9),
  });
});

test('the estimate for five of five right in LSAT7', () => {
  const lsat = formStatistics(sumsOf(personsOf(LSAT7)));
  if (lsat.kind !== 'form') throw new Error(lsat.kind);
  // .4534087 · 5 + (1 - .4534087) · 3.707 = 4.2932574 of 5, SE 1.1985773 sqrt(.4534087 · .5465913) = .5966812.
  expect(kelleyEstimate(100, lsat)).toMatchObject({
    value: expect.closeTo(20 * 4.2932574, 5),
    standardError: expect.closeTo(20 * 0.5966812, 5),
    high: 100,
  });
});

test('without alpha there is no estimate, and a negative alpha draws all the way to the mean', () => {
  expect(kelleyEstimate(70, { ...form(50, 10, 0.9), alpha: { kind: 'tooFew', n: 1, needed: 2 } })).toBeNull();
  expect(kelleyEstimate(70, form(50, 10, -0.2))).toMatchObject({ value: 50 });
});
