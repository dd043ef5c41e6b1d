import { type Figure, MINIMUM_N, noVariance, tooFew } from '../figure';
import { Z_95 } from '../wilson';

/**
 * Fleiss's kappa for any number of reviewers, the same number for every answer and not always the same people: rows are answers, columns
 * categories, entries how many reviewers chose the category. J. L. Fleiss, Psychological Bulletin 76 (1971), 378-382. Order of
 * levels does not count; for rubric levels use `krippendorffAlpha`. A RangeError if rows have different sums, or less than 2.
 *
 * The interval is from the jackknife over answers. Needs 10 answers; no variance if all are in one category.
 */
export function fleissKappa(table: readonly (readonly number[])[], needed: number = MINIMUM_N.raters): Figure {
  const n = table.length;
  if (n < Math.max(2, needed)) return tooFew(n, needed);
  const raters = sumOf(table[0] ?? []);
  if (raters < 2 || table.some((row) => sumOf(row) !== raters))
    throw new RangeError('Every answer needs the same number of marks, two or more.');
  const agreement = table.map((row) => sumOf(row.map((count) => count * (count - 1))) / (raters * (raters - 1)));
  const columns = (table[0] ?? []).map((_, column) => sumOf(table.map((row) => row[column] ?? 0)));
  const kappa = (without: number | null): number => {
    const left = n - (without === null ? 0 : 1);
    const observed = (sumOf(agreement) - (without === null ? 0 : (agreement[without] ?? 0))) / left;
    const own = without === null ? [] : (table[without] ?? []);
    const chance = sumOf(columns.map((total, column) => ((total - (own[column] ?? 0)) / (left * raters)) ** 2));
    return chance < 1 ? (observed - chance) / (1 - chance) : Number.NaN;
  };
  const value = kappa(null);
  if (Number.isNaN(value)) return noVariance(n);
  const half = Z_95 * jackknifeError(table.map((_, row) => kappa(row)).filter((each) => !Number.isNaN(each)));
  return { kind: 'estimate', value, low: Math.max(-1, value - half), high: Math.min(1, value + half), n };
}

/** B. Efron and C. Stein, Annals of Statistics 9 (1981), 586-596. */
function jackknifeError(leftOut: readonly number[]): number {
  const n = leftOut.length;
  const mean = sumOf(leftOut) / n;
  return Math.sqrt(((n - 1) / n) * sumOf(leftOut.map((each) => (each - mean) ** 2)));
}

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
