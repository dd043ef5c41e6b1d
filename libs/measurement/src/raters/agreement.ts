import { shareFigure } from '../classical/item-statistics';
import { type Figure, MINIMUM_N } from '../figure';
import type { LevelPair } from './marks';

/** Shares (0 to 1) of the answers on which two marks are the same, and at most one level apart, with Wilson intervals. */
export type Agreement = { readonly exact: Figure; readonly adjacent: Figure };

/**
 * Exact and adjacent agreement. Shown beside kappa, because kappa is low when nearly all answers have one level, however well the
 * reviewers agree (A. R. Feinstein and D. V. Cicchetti, Journal of Clinical Epidemiology 43 (1990), 543-549). Needs 10 answers.
 */
export function agreementOf(pairs: readonly LevelPair[], needed: number = MINIMUM_N.raters): Agreement {
  const within = (levels: number): Figure => {
    const count = pairs.filter(([a, b]) => Math.abs(a - b) <= levels + 1e-9).length;
    return shareFigure(count, pairs.length, needed);
  };
  return { exact: within(0), adjacent: within(1) };
}
