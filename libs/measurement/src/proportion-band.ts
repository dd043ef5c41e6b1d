import { wilson, Z_50, Z_95 } from './wilson';

/** An estimate with its 95 % interval and its 50 % interval (`inner…`), all on the scale of the value. */
export type Band = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly innerLow: number;
  readonly innerHigh: number;
};

/**
 * The share of points earned, from 0 to 1, with Wilson score intervals for `n` answers; null without answers or points.
 *
 * E. B. Wilson, JASA 22 (1927), 209-212; recommended for small n by L. D. Brown, T. T. Cai and A. DasGupta, Statistical
 * Science 16 (2001), 101-133. Partial credit counts as a fraction of a correct answer. The interval is then conservative
 * (too wide, never too narrow), because a score in [0, 1] has at most the variance of a 0-or-1 score of the same mean.
 */
export function proportionBand(earned: number, possible: number, n: number): Band | null {
  if (possible <= 0 || n <= 0) return null;
  const value = Math.min(1, Math.max(0, earned / possible));
  const [low, high] = wilson(value, n, Z_95);
  const [innerLow, innerHigh] = wilson(value, n, Z_50);
  return { value, low, high, innerLow, innerHigh };
}
