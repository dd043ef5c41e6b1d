import type { ItemSums } from './item-sums';

/** Covariances of weight × share of some items over the complete persons, with divisor n - 1, and their means. */
export type Covariances = {
  readonly questionVersionIds: readonly string[];
  readonly weights: readonly number[];
  readonly n: number;
  readonly means: readonly number[];
  /** Symmetric, one row per item. */
  readonly rows: readonly (readonly number[])[];
};

/** Covariances of the items with these ids (of all items without ids), in the order of the sums. Needs two complete persons. */
export function covariancesOf(sums: ItemSums, questionVersionIds?: readonly string[]): Covariances {
  const wanted = questionVersionIds && new Set(questionVersionIds);
  const columns = [...sums.items.keys()].filter(
    (column) => wanted?.has(sums.items[column]?.questionVersionId ?? '') ?? true,
  );
  const { complete: n, items } = sums;
  const total = (column: number): number => sums.sums[column] ?? 0;
  const covariance = (a: number, b: number): number => {
    const product = sums.products[Math.min(a, b) * items.length + Math.max(a, b)] ?? 0;
    return (product - (total(a) * total(b)) / n) / (n - 1);
  };
  return {
    questionVersionIds: columns.map((column) => items[column]?.questionVersionId ?? ''),
    weights: columns.map((column) => items[column]?.weight ?? 0),
    n,
    means: columns.map((column) => total(column) / n),
    rows: columns.map((row) => columns.map((column) => covariance(row, column))),
  };
}

export const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
