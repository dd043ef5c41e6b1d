/** The key of a group of rows. */
export type Key = string | number;

/** Truth and predictions by row, with the order of rows by descending prediction, computed once for all resamples. */
export type Scored = {
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
  readonly order: readonly number[];
  /** The rows of each group by descending prediction; one group if the data has none. */
  readonly groups: readonly (readonly number[])[];
};

/** How often each row counts; a bootstrap resample is a set of weights. */
export type Weights = ArrayLike<number>;

/**
 * The value of a metric, NaN where it is undefined, such as the AUC of rows of one class. It is computed for each of 1,000
 * resamples, so implementations loop by index: an iterator over entries takes five times as long.
 */
export type Metric = (scored: Scored, weights: Weights) => number;

/** Truth and predictions prepared for metrics. `groupOf` has one key per row for metrics by group, else it is null. */
export function scoredOf(
  truth: readonly number[],
  predicted: readonly number[],
  groupOf: readonly Key[] | null = null,
): Scored {
  const order = predicted.map((_, row) => row).sort((a, b) => (predicted[b] ?? 0) - (predicted[a] ?? 0));
  const groups = groupOf === null ? [order] : [...Map.groupBy(order, (row) => groupOf[row]).values()];
  return { truth, predicted, order, groups };
}
