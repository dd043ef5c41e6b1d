/** Standard normal quantiles at 0.975, 0.75 and 0.995. */
export const Z_95 = 1.959963984540054;
export const Z_50 = 0.6744897501960817;
export const Z_99 = 2.5758293035489004;

/**
 * The Wilson score interval of a share (0 to 1) of `n` trials at the normal quantile `z`, as [low, high] within 0 to 1. `n` need not
 * be whole. E. B. Wilson, JASA 22 (1927), 209-212.
 */
export function wilson(share: number, n: number, z: number): readonly [number, number] {
  const squared = z * z;
  const middle = (share + squared / (2 * n)) / (1 + squared / n);
  const half = (z / (1 + squared / n)) * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n));
  return [Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half))];
}
