import { Z_95 } from '../wilson';
import type { ScoreBand } from './score-band';

/** A score and the form that it is in: equal keys mean the same items in the same weights. */
export type PlacedScore = { readonly formKey: string; readonly band: ScoreBand };

/** How much higher `a` is than `b`, in points of 100. */
export type Difference = {
  readonly kind: 'difference';
  readonly points: number;
  /** The 95 % interval of the difference of the true scores. */
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  /** "They differ by 4 points, within the error of ±11": the distance from the difference to the end of its interval nearest to 0. */
  readonly error: number;
  /** The 95 % interval does not contain 0. */
  readonly isDistinguishable: boolean;
};

/** The two took different items, so that their points are not comparable. */
export type DifferentForms = { readonly kind: 'differentForms' };

/** The difference of two persons' scores, within one form only. */
export function differenceOf(a: PlacedScore, b: PlacedScore): Difference | DifferentForms {
  return a.formKey === b.formKey ? bandDifference(a.band, b.band) : { kind: 'differentForms' };
}

/**
 * The difference of two independent scores (of two persons in one form, or of one person in two sets of items), with the hybrid score
 * interval of R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10: the distances of both bands' ends from
 * their values add up as squares. In the middle of the scale it is |a - b| > 1.96 sqrt(SE_a² + SE_b²); at the ends, where
 * bands are not symmetric, it uses the side that faces the other score.
 */
export function bandDifference(a: ScoreBand, b: ScoreBand): Difference {
  const points = a.value - b.value;
  const low = points - Math.hypot(a.value - a.low, b.high - b.value);
  const high = points + Math.hypot(a.high - a.value, b.value - b.low);
  return {
    kind: 'difference',
    points,
    low,
    high,
    standardError: (high - low) / (2 * Z_95),
    error: points >= 0 ? points - low : high - points,
    isDistinguishable: low > 0 || high < 0,
  };
}
