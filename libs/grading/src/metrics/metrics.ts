import type { MetricName, MetricSpec } from '@holdout/bank';
import { ndcg, recallAtCapacity } from './metrics-of-groups';
import { accuracy, f1Macro } from './metrics-of-labels';
import { calibrationError, falsePositiveRate } from './metrics-of-probabilities';
import { averagePrecision, rocAuc } from './metrics-of-ranking';
import { absoluteError, logLoss, pinball, r2, squaredError } from './metrics-of-values';
import type { Metric } from './scored';

/** The metric of this name with its parameters. Metrics that scikit-learn has agree with it (`metrics.box.test.ts`). */
export function metricOf(spec: MetricSpec): Metric {
  return METRICS_BY_NAME[spec.name](spec);
}

type Made = (spec: MetricSpec) => Metric;

const METRICS_BY_NAME: Readonly<Record<MetricName, Made>> = {
  average_precision: () => averagePrecision,
  roc_auc: () => rocAuc,
  mae: () => absoluteError,
  rmse: () => (scored, weights) => Math.sqrt(squaredError(scored, weights)),
  accuracy: () => accuracy,
  f1_macro: () => f1Macro,
  log_loss: () => logLoss,
  r2: () => r2,
  pinball: ({ quantile }) => pinball(given(quantile)),
  ndcg: ({ k }) => ndcg(given(k)),
  recall_at_capacity: ({ capacity }) => recallAtCapacity(given(capacity)),
  calibration_error: ({ bins }) => calibrationError(given(bins)),
  false_positive_rate: ({ threshold }) => falsePositiveRate(given(threshold)),
};

/** The bank refuses a metric without its parameters, so this throws only for a bug of ours. */
function given(parameter: number | undefined): number {
  if (parameter === undefined) throw new Error('a metric lacks its parameter');
  return parameter;
}
