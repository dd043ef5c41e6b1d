import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import { sumOf, type Covariances } from './covariances';

/**
 * Coefficient alpha from item variances and the variance of their sum (same divisor): k/(k-1) (1 - Σs²/s²_T). On items of one
 * point it is KR-20. L. J. Cronbach, Psychometrika 16 (1951), 297-334; G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937),
 * 151-160. At most 1, and negative if the items correlate negatively on average.
 */
export function alphaOf({ rows }: Covariances): number {
  const k = rows.length;
  return (k / (k - 1)) * (1 - traceOf(rows) / sumOf(rows.map(sumOf)));
}

/** Alpha without each of the items, in their order; null where fewer than two items or no variance would be left. */
export function alphaIfDropped({ rows }: Covariances): readonly (number | null)[] {
  const k = rows.length;
  const trace = traceOf(rows);
  const all = sumOf(rows.map(sumOf));
  return rows.map((row, item) => {
    const own = row[item] ?? 0;
    const left = all - 2 * sumOf(row) + own;
    if (k < 3 || left <= 1e-12 * all) return null;
    return ((k - 1) / (k - 2)) * (1 - (trace - own) / left);
  });
}

/**
 * L. Guttman's lambda-2, a lower bound of reliability that is never below alpha: Psychometrika 10 (1945), 255-282.
 * (ΣC_off + sqrt(k/(k-1) ΣC_off²)) / ΣC over the covariances, "off" those of different items.
 */
export function lambda2Of({ rows }: Covariances): number {
  const k = rows.length;
  const all = sumOf(rows.map(sumOf));
  const squares = sumOf(rows.map((row) => sumOf(row.map((value) => value ** 2))));
  const offSquares = squares - sumOf(rows.map((row, item) => (row[item] ?? 0) ** 2));
  return (all - traceOf(rows) + Math.sqrt((k / (k - 1)) * Math.max(0, offSquares))) / all;
}

/**
 * Kuder and Richardson's formula 21, for items of one point and one weight: KR-20 if all items were equally hard. `mean` and
 * `variance` (divisor n) are those of the number of right answers out of `k`. Psychometrika 2 (1937), 151-160.
 */
export function kr21(k: number, mean: number, variance: number): number {
  return (k / (k - 1)) * (1 - (mean * (k - mean)) / (k * variance));
}

/**
 * The 95 % interval of alpha over `n` persons and `k` items: 1 - (1 - alpha) F at 0.975 and 0.025, with n - 1 and (n - 1)(k - 1)
 * degrees of freedom. L. S. Feldt, Psychometrika 30 (1965), 357-370; L. S. Feldt, D. J. Woodruff and F. A. Salih, Applied
 * Psychological Measurement 11 (1987), 93-103, formulas 6 and 7.
 */
export function feldtInterval(alpha: number, n: number, k: number): readonly [number, number] {
  const at = (p: number): number => fQuantile(p, n - 1, (n - 1) * (k - 1));
  return [1 - (1 - alpha) * at(0.975), 1 - (1 - alpha) * at(0.025)];
}

const traceOf = (rows: Covariances['rows']): number => sumOf(rows.map((row, item) => row[item] ?? 0));
