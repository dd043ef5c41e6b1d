import { type Figure, MINIMUM_N, type NoVariance, noVariance, ROUNDING, type TooFew, tooFew } from '../figure';
import { effectiveItems } from '../person/effective-items';
import { type Covariances, covariancesOf, sumOf } from './covariances';
import type { ItemSums } from './item-sums';
import { alphaIfDropped, alphaOf, feldtInterval, kr21, lambda2Of } from './reliability';

/**
 * How much smaller the error of a score in this form is than the binomial bound: the variance of measurement errors by alpha,
 * divided by the group's mean of Lord's error variance. On items of one point it is (1 - KR-20) / (1 - KR-21), the square of
 * Keats's factor. Above 0, at most 1. `n`: the persons behind it.
 */
export type ErrorScale = { readonly factor: number; readonly n: number };

/** Statistics of a form over its complete persons. Points are of 100. */
export type FormStatistics = {
  readonly kind: 'form';
  readonly n: number;
  readonly items: number;
  readonly mean: number;
  /** With divisor n - 1. */
  readonly standardDeviation: number;
  /** With Feldt's interval. */
  readonly alpha: Figure;
  /** Null where alpha is not defined. */
  readonly lambda2: number | null;
  /** Null unless all items are right or wrong and weigh the same. */
  readonly kr21: number | null;
  /** The average standard error of measurement, sd × sqrt(1 - alpha). */
  readonly standardError: number | null;
  readonly alphaIfDropped: readonly { readonly questionVersionId: string; readonly alpha: number | null }[];
  /** For `scoreBand`; null where alpha is not defined, not positive or 1. */
  readonly errorScale: ErrorScale | null;
};

/**
 * Mean, standard deviation, reliability and standard error of the form with these items (all without ids; those of one skill,
 * for the reliability of that skill), over the persons with points in every item of the sums. Needs 30 persons and two
 * items: otherwise too few. No variance: everyone has the same total.
 */
export function formStatistics(
  sums: ItemSums,
  questionVersionIds?: readonly string[],
): FormStatistics | TooFew | NoVariance {
  const n = sums.complete;
  if (n < MINIMUM_N.alpha) return tooFew(n, MINIMUM_N.alpha);
  const covariances = covariancesOf(sums, questionVersionIds);
  const weight = sumOf(covariances.weights);
  const variance = sumOf(covariances.rows.map(sumOf)) / weight ** 2;
  if (!(variance >= ROUNDING)) return noVariance(n);
  return statisticsOf(covariances, { weight, variance, isRightOrWrong: isRightOrWrong(sums, covariances) });
}

type Total = { readonly weight: number; readonly variance: number; readonly isRightOrWrong: boolean };

function statisticsOf(covariances: Covariances, total: Total): FormStatistics {
  const { n, questionVersionIds } = covariances;
  const { variance } = total;
  const mean = sumOf(covariances.means) / total.weight;
  return {
    kind: 'form',
    n,
    items: questionVersionIds.length,
    mean: 100 * mean,
    standardDeviation: 100 * Math.sqrt(variance),
    ...(questionVersionIds.length > 1
      ? reliabilityOf(covariances, { ...total, mean })
      : withoutReliability(questionVersionIds)),
  };
}

type Reliability = Pick<
  FormStatistics,
  'alpha' | 'lambda2' | 'kr21' | 'standardError' | 'alphaIfDropped' | 'errorScale'
>;

function reliabilityOf(covariances: Covariances, total: Total & { readonly mean: number }): Reliability {
  const { n, questionVersionIds } = covariances;
  const { variance, mean } = total;
  const k = questionVersionIds.length;
  const alpha = alphaOf(covariances);
  const dropped = alphaIfDropped(covariances);
  return {
    alpha: alphaFigure(alpha, n, k),
    lambda2: lambda2Of(covariances),
    kr21: total.isRightOrWrong ? kr21(k, k * mean, k * k * variance * ((n - 1) / n)) : null,
    standardError: 100 * Math.sqrt(variance * Math.max(0, 1 - alpha)),
    alphaIfDropped: questionVersionIds.map((questionVersionId, item) => ({
      questionVersionId,
      alpha: dropped[item] ?? null,
    })),
    errorScale: errorScaleOf(alpha, { ...covariances, mean, variance }),
  };
}

const withoutReliability = (questionVersionIds: readonly string[]): Reliability => ({
  alpha: tooFew(questionVersionIds.length, 2),
  lambda2: null,
  kr21: null,
  standardError: null,
  alphaIfDropped: questionVersionIds.map((questionVersionId) => ({ questionVersionId, alpha: null })),
  errorScale: null,
});

function alphaFigure(alpha: number, n: number, k: number): Figure {
  const value = Math.min(1, alpha);
  const [low, high] = feldtInterval(value, n, k);
  return { kind: 'estimate', value, low, high, n };
}

type ScaleInput = Pick<Covariances, 'n' | 'weights'> & { readonly mean: number; readonly variance: number };

/** The mean of Lord's variance x(1 - x)/(k - 1) over a group follows from its mean and variance: (M(1 - M) - s²)/(k - 1). */
function errorScaleOf(alpha: number, { n, weights, mean, variance }: ScaleInput): ErrorScale | null {
  const biased = variance * ((n - 1) / n);
  const lord = (mean * (1 - mean) - biased) / (effectiveItems(weights) - 1);
  const factor = (biased * (1 - alpha)) / lord;
  if (alpha <= 0 || lord < ROUNDING || !(factor > ROUNDING)) return null;
  return { factor: Math.min(1, factor), n };
}

/** x² = w x for every score of an item that is 0 or w. */
function isRightOrWrong(sums: ItemSums, { weights, questionVersionIds }: Covariances): boolean {
  const wanted = new Set(questionVersionIds);
  const isOne = (
    { questionVersionId, weight }: { questionVersionId: string; weight: number },
    column: number,
  ): boolean => {
    const square = sums.products[column * (sums.items.length + 1)] ?? 0;
    return !wanted.has(questionVersionId) || Math.abs(square - weight * (sums.sums[column] ?? 0)) < 1e-9 * weight ** 2;
  };
  return new Set(weights).size === 1 && sums.items.every(isOne);
}
