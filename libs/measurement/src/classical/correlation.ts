import { type Figure, MINIMUM_N, noVariance, ROUNDING, tooFew } from '../figure';
import { Z_95 } from '../wilson';

/** The sums from which a product-moment correlation follows. */
export type PairSums = {
  readonly n: number;
  readonly x: number;
  readonly xx: number;
  readonly y: number;
  readonly yy: number;
  readonly xy: number;
};

/**
 * The product-moment correlation, -1 to 1, with R. A. Fisher's interval: atanh(r) ± 1.96 / sqrt(n - 3) (Metron 1 (1921), 3-32).
 * Needs `needed` pairs, at least four. A correlation of exactly 1 is treated as one just below it, so that its interval
 * has a width.
 */
export function correlation(sums: PairSums, needed: number = MINIMUM_N.correlation): Figure {
  const { n } = sums;
  if (n < Math.max(4, needed)) return tooFew(n, needed);
  const varianceX = sums.xx / n - (sums.x / n) ** 2;
  const varianceY = sums.yy / n - (sums.y / n) ** 2;
  if (varianceX < ROUNDING || varianceY < ROUNDING) return noVariance(n);
  const covariance = sums.xy / n - (sums.x / n) * (sums.y / n);
  const value = Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
  const half = Z_95 / Math.sqrt(n - 3);
  const z = Math.atanh(Math.max(-1 + 1e-9, Math.min(1 - 1e-9, value)));
  const [low, high] = [Math.tanh(z - half), Math.tanh(z + half)];
  return { kind: 'estimate', value, low: Math.min(value, low), high: Math.max(value, high), n };
}
