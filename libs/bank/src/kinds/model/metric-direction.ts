import type { MetricName } from './model-file';

const HIGHER_IS_BETTER: Readonly<Record<MetricName, boolean>> = {
  average_precision: true,
  roc_auc: true,
  accuracy: true,
  f1_macro: true,
  mae: false,
  rmse: false,
  log_loss: false,
  r2: true,
  pinball: false,
  ndcg: true,
  recall_at_capacity: true,
  calibration_error: false,
  false_positive_rate: false,
};

/** Says whether a larger value of the metric is the better one. */
export function isHigherBetter(metric: MetricName): boolean {
  return HIGHER_IS_BETTER[metric];
}

/** Says whether a value is as good as a line of this metric, or better. */
export function isReached(metric: MetricName, value: number, line: number): boolean {
  return isHigherBetter(metric) ? value >= line : value <= line;
}
