import { type Figure, MINIMUM_N, noVariance, ROUNDING, tooFew } from '../figure';
import { wilson, Z_95 } from '../wilson';
import type { LevelPair } from './marks';

/** How much a disagreement between two levels weighs: any at all, their distance, its square, or a table of one's own. */
export type DisagreementWeights = 'unweighted' | 'linear' | 'quadratic' | readonly (readonly number[])[];

export type KappaOptions = {
  /** Levels are whole numbers from 0 to `levels` - 1. */
  readonly levels: number;
  readonly weights: DisagreementWeights;
  readonly needed?: number;
};

/**
 * Agreement of two reviewers beyond chance: 1 for full agreement, 0 for what their distributions of levels give by chance. J. Cohen,
 * Educational and Psychological Measurement 20 (1960), 37-46; weighted: Psychological Bulletin 70 (1968), 213-220. `quadratic`
 * is the one for rubric levels. Needs 10 answers; no variance if both gave one and the same level throughout.
 *
 * The interval uses the standard error of J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969), 323-327. With
 * no disagreement that is 0; the low end then follows from the Wilson low end of the share of answers without
 * disagreement, each other one being the smallest disagreement.
 */
export function cohenKappa(pairs: readonly LevelPair[], { levels, weights, needed }: KappaOptions): Figure {
  const n = pairs.length;
  if (n < Math.max(1, needed ?? MINIMUM_N.raters)) return tooFew(n, needed ?? MINIMUM_N.raters);
  const table = tableOf(pairs, levels);
  const moments = momentsOf(table, (a, b) => weightOf(weights, a, b));
  if (moments.expected < ROUNDING) return noVariance(n);
  const value = 1 - moments.observed / moments.expected;
  const [low, high] = moments.observed < ROUNDING ? ofFullAgreement(moments, n) : around(value, moments.variance / n);
  return { kind: 'estimate', value, low, high, n };
}

/** Joint shares of the pairs, by the first's level and the second's. */
function tableOf(pairs: readonly LevelPair[], levels: number): readonly (readonly number[])[] {
  const counts = Array.from({ length: levels }, () => new Array<number>(levels).fill(0));
  for (const [a, b] of pairs) {
    const row = counts[a];
    if (row?.[b] === undefined) throw new RangeError('A level is a whole number below the number of levels.');
    row[b] += 1 / pairs.length;
  }
  return counts;
}

function weightOf(weights: DisagreementWeights, a: number, b: number): number {
  if (weights === 'unweighted') return a === b ? 0 : 1;
  if (weights === 'linear') return Math.abs(a - b);
  if (weights === 'quadratic') return (a - b) ** 2;
  return weights[a]?.[b] ?? 0;
}

type Moments = {
  readonly observed: number;
  readonly expected: number;
  readonly smallest: number;
  readonly variance: number;
};

/** Observed and expected disagreement, and n times the variance of kappa, in disagreement weights v: with kappa = 1 - D/E. */
function momentsOf(table: readonly (readonly number[])[], weight: (a: number, b: number) => number): Moments {
  const rows = table.map(sumOf);
  const columns = table.map((_, column) => sumOf(table.map((row) => row[column] ?? 0)));
  const cells = table.flatMap((row, a) => row.map((share, b) => ({ a, b, share, v: weight(a, b) })));
  const observed = sumOf(cells.map(({ share, v }) => share * v));
  const expected = sumOf(cells.map(({ a, b, v }) => (rows[a] ?? 0) * (columns[b] ?? 0) * v));
  // What a level of the first costs on average against the levels of the second, and the other way round.
  const rowCost = table.map((_, a) => sumOf(columns.map((share, b) => share * weight(a, b))));
  const columnCost = table.map((_, b) => sumOf(rows.map((share, a) => share * weight(a, b))));
  const influence = cells.map(({ a, b, share, v }) => {
    const term = v * expected - ((rowCost[a] ?? 0) + (columnCost[b] ?? 0)) * observed;
    return share * term ** 2;
  });
  const variance = (sumOf(influence) - (observed * expected) ** 2) / expected ** 4;
  const positive = cells.map(({ v }) => v).filter((v) => v > 0);
  return { observed, expected, smallest: Math.min(...positive), variance: Math.max(0, variance) };
}

function around(value: number, variance: number): readonly [number, number] {
  const half = Z_95 * Math.sqrt(variance);
  return [Math.max(-1, value - half), Math.min(1, value + half)];
}

function ofFullAgreement({ expected, smallest }: Moments, n: number): readonly [number, number] {
  const [low] = wilson(1, n, Z_95);
  return [Math.max(-1, 1 - ((1 - low) * smallest) / expected), 1];
}

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
