import type { ErrorScale } from '../classical/form-statistics';
import { type MeasuredItem, type ScoreBand, scoreBand } from './score-band';

/** `k` items right out of `of`, of one point and weight. */
export const rightItems = (k: number, of: number): MeasuredItem[] =>
  Array.from({ length: of }, (_, index) => ({ earned: index < k ? 1 : 0, possible: 1, pending: 0, weight: 1 }));

/** The band of these items, which must exist. */
export function someBand(items: readonly MeasuredItem[], scale: ErrorScale | null = null): ScoreBand {
  const band = scoreBand(items, scale);
  if (band.kind !== 'score') throw new Error(band.reason);
  return band;
}

/** The band of `k` of `of` items right. */
export const bandOfRight = (k: number, of: number, scale: ErrorScale | null = null): ScoreBand =>
  someBand(rightItems(k, of), scale);
