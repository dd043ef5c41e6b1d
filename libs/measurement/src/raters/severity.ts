import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import { type Figure, MINIMUM_N, ROUNDING, tooFew } from '../figure';
import { marksByUnit, type RaterMark } from './marks';

/** How much higher (lenient, above 0) or lower (severe) a reviewer marks than others mark the same answers, in levels. */
export type Severity = {
  readonly rater: string;
  readonly deviation: Figure;
  /** The standard error of the deviation; null without one. */
  readonly standardError: number | null;
};

/**
 * For every reviewer the mean of (own level - mean level of the others on the same answer), over the answers that somebody else marked
 * too, with Student's interval. Needs 10 such answers. If the deviation is the same on all of them, the interval is the one that a single
 * answer with one level more or less would give. Reviewers in the order of their names. It compares people on shared answers only, so it does not depend on who got
 * the good answers; it is one number over all levels, which a many-facet Rasch model would split.
 */
export function severityOf(marks: readonly RaterMark[], needed: number = MINIMUM_N.raters): readonly Severity[] {
  const units = [...marksByUnit(marks).values()];
  const raters = [...new Set(marks.map(({ rater }) => rater))].sort();
  return raters.map((rater) => {
    const deviations = units.flatMap((unit) => deviationIn(unit, rater));
    return { rater, ...meanOf(deviations, Math.max(2, needed)) };
  });
}

function deviationIn(unit: readonly RaterMark[], rater: string): readonly number[] {
  const own = unit.filter((mark) => mark.rater === rater).map(({ level }) => level);
  const others = unit.filter((mark) => mark.rater !== rater).map(({ level }) => level);
  return own.length > 0 && others.length > 0 ? [average(own) - average(others)] : [];
}

function meanOf(values: readonly number[], needed: number): Pick<Severity, 'deviation' | 'standardError'> {
  const n = values.length;
  if (n < needed) return { deviation: tooFew(n, needed), standardError: null };
  const value = average(values);
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (n - 1);
  const standardError = Math.sqrt((variance < ROUNDING ? 1 / n : variance) / n);
  // The square of Student's t has the F distribution with 1 and the same degrees of freedom.
  const half = Math.sqrt(fQuantile(0.95, 1, n - 1)) * standardError;
  return { deviation: { kind: 'estimate', value, low: value - half, high: value + half, n }, standardError };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
