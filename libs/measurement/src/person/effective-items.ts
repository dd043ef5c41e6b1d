/**
 * How many items of one weight have the sampling error of items with these weights: (Σw)² / Σw². L. Kish, Survey Sampling (1965),
 * section 11.7. From 1 to their number; 0 without weights.
 */
export function effectiveItems(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return squares > 0 ? sum ** 2 / squares : 0;
}
