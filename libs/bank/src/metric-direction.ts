import type { MetricName } from './question-file';

const HIGHER_IS_BETTER: Readonly<Record<MetricName, boolean>> = {
  average_precision: true,
  roc_auc: true,
  accuracy: true,
  f1_macro: true,
  mae: false,
  rmse: false,
  log_loss: false,
};

/** Says whether a larger value of the metric is the better one. */
export function isHigherBetter(metric: MetricName): boolean {
  return HIGHER_IS_BETTER[metric];
}
