/** What stands for a group of rows. */
export type Key = string | number;

/** Predictions beside the truth, with the rows in descending order of prediction, worked out once for all redraws. */
export type Scored = {
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
  readonly order: readonly number[];
  /** The same rows group by group, each in descending order of prediction; one group when the data has none. */
  readonly groups: readonly (readonly number[])[];
};

/** How often each row counts; a bootstrap redraw is a set of weights. */
export type Weights = ArrayLike<number>;

/**
 * NaN where the metric has no meaning, such as the AUC of rows of one class. It is worked out for each of a thousand
 * redraws, so it counts through the rows by index: an iterator over entries takes five times as long.
 */
export type Metric = (scored: Scored, weights: Weights) => number;

/** Puts predictions and truth side by side. `groupOf` has one key per row where a metric goes by groups. */
export function scoredOf(
  truth: readonly number[],
  predicted: readonly number[],
  groupOf: readonly Key[] | null = null,
): Scored {
  const order = predicted.map((_, row) => row).sort((a, b) => (predicted[b] ?? 0) - (predicted[a] ?? 0));
  const groups = groupOf === null ? [order] : [...Map.groupBy(order, (row) => groupOf[row]).values()];
  return { truth, predicted, order, groups };
}
