import type { FormStatistics } from '../classical/form-statistics';
import { Z_95 } from '../wilson';

/** An estimate of the true score with the standard error of estimation and its 95 % interval, all of 100. */
export type KelleyEstimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
};

/**
 * T. L. Kelley's estimate of the true score (Interpretation of Educational Measurements, 1927): reliability × score +
 * (1 - reliability) × mean of the group, with the error sd sqrt(r (1 - r)). It draws every score to the group's mean, so it
 * depends on who else took the form: for statistics, not for a person's report. Null where alpha is not known. Alpha is used
 * within 0 and 1.
 */
export function kelleyEstimate(score: number, form: FormStatistics): KelleyEstimate | null {
  if (form.alpha.kind !== 'estimate') return null;
  const reliability = Math.max(0, Math.min(1, form.alpha.value));
  const value = reliability * score + (1 - reliability) * form.mean;
  const standardError = form.standardDeviation * Math.sqrt(reliability * (1 - reliability));
  const half = Z_95 * standardError;
  return { value, low: Math.max(0, value - half), high: Math.min(100, value + half), standardError };
}
