/**
 * The q-th quantile (0 to 1) of numbers in ascending order, by linear interpolation: definition 7 of R. J. Hyndman and
 * Y. Fan, The American Statistician 50 (1996), 361-365, which is numpy's default. NaN when there are none.
 */
export function percentile(ascending: readonly number[], q: number): number {
  const at = Math.min(1, Math.max(0, q)) * (ascending.length - 1);
  const below = ascending[Math.floor(at)];
  const above = ascending[Math.ceil(at)];
  if (below === undefined || above === undefined) return NaN;
  return below + (above - below) * (at - Math.floor(at));
}
