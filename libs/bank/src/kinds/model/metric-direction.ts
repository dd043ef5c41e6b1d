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

/** Whether a larger value of the metric is better. */
export function isHigherBetter(metric: MetricName): boolean {
  return HIGHER_IS_BETTER[metric];
}

/** Whether a value reaches a line of this metric: at least as good, in the metric's direction. */
export function isReached(metric: MetricName, value: number, line: number): boolean {
  return isHigherBetter(metric) ? value >= line : value <= line;
}
