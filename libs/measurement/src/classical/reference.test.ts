import type { Figure } from '../figure';
import { type FormStatistics, formStatistics } from './form-statistics';
import { itemStatistics } from './item-statistics';
import { LSAT6, LSAT7, personsOf, sumsOf } from './test-lsat';

/*
 * Data: Bock and Lieberman 1970 (test-lsat.ts). The expected values were computed from these data in numpy from the textbook
 * formulas, independently of this code.
 */
const value = (figure: Figure): number => (figure.kind === 'estimate' ? figure.value : Number.NaN);

function formOf(patterns: string): FormStatistics {
  const form = formStatistics(sumsOf(personsOf(patterns)));
  if (form.kind !== 'form') throw new Error(form.kind);
  return form;
}

describe.each([
  {
    name: 'LSAT6',
    patterns: LSAT6,
    facility: [0.924, 0.709, 0.553, 0.763, 0.87],
    itemRest: [0.11283, 0.15318, 0.17278, 0.14443, 0.1216],
    alpha: 0.2949972,
    dropped: [0.27536, 0.23758, 0.2168, 0.24593, 0.26629],
    kr21: 0.1964412,
    lambda2: 0.3033838,
    mean: 3.819,
    standardDeviation: 1.0350412,
    standardError: 0.8690666,
  },
  {
    name: 'LSAT7',
    patterns: LSAT7,
    facility: [0.828, 0.658, 0.772, 0.606, 0.843],
    itemRest: [0.24573, 0.24667, 0.31318, 0.22275, 0.17479],
    alpha: 0.4534087,
    dropped: [0.39597, 0.39383, 0.34539, 0.4146, 0.43846],
    kr21: 0.4150441,
    lambda2: 0.4607274,
    mean: 3.707,
    standardDeviation: 1.1985773,
    standardError: 0.8861299,
  },
])('$name has the reference values', (reference) => {
  const form = formOf(reference.patterns);
  const items = itemStatistics(sumsOf(personsOf(reference.patterns)));

  test('facility and item-rest correlation', () => {
    items.forEach((item, index) => {
      expect(value(item.facility)).toBeCloseTo(reference.facility[index] ?? Number.NaN, 10);
      expect(value(item.itemRest)).toBeCloseTo(reference.itemRest[index] ?? Number.NaN, 5);
    });
  });
  test('alpha, which is KR-20 on these items, and alpha without each item', () => {
    expect(value(form.alpha)).toBeCloseTo(reference.alpha, 7);
    form.alphaIfDropped.forEach(({ alpha }, index) => {
      expect(alpha).toBeCloseTo(reference.dropped[index] ?? Number.NaN, 5);
    });
  });
  test('KR-21 and lambda-2', () => {
    expect(form.kr21).toBeCloseTo(reference.kr21, 7);
    expect(form.lambda2).toBeCloseTo(reference.lambda2, 7);
  });
  test('mean, standard deviation and standard error, here of 100 points for 5', () => {
    expect(form.mean).toBeCloseTo(20 * reference.mean, 8);
    expect(form.standardDeviation).toBeCloseTo(20 * reference.standardDeviation, 5);
    expect(form.standardError).toBeCloseTo(20 * reference.standardError, 5);
  });
  test('the error scale is the square of Keats’s factor, (1 - KR-20) / (1 - KR-21)', () => {
    expect(form.errorScale?.factor).toBeCloseTo((1 - reference.alpha) / (1 - reference.kr21), 6);
  });
});
