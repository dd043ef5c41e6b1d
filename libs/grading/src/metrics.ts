import type { MetricName } from '@holdout/bank';
import { accuracy, f1Macro } from './metrics-of-labels';
import { averagePrecision, rocAuc } from './metrics-of-ranking';

/** Predictions beside the truth, with the rows in descending order of prediction, worked out once for all redraws. */
export type Scored = {
  readonly truth: readonly number[];
  readonly predicted: readonly number[];
  readonly order: readonly number[];
};

/** How often each row counts; a bootstrap redraw is a set of weights. */
export type Weights = ArrayLike<number>;

/** NaN where the metric has no meaning, such as the AUC of rows of one class. */
export type Metric = (scored: Scored, weights: Weights) => number;

/** Puts predictions and truth side by side. */
export function scoredOf(truth: readonly number[], predicted: readonly number[]): Scored {
  const order = predicted.map((_, row) => row).sort((a, b) => (predicted[b] ?? 0) - (predicted[a] ?? 0));
  return { truth, predicted, order };
}

/** The metric of this name; each agrees with scikit-learn's. */
export function metricOf(name: MetricName): Metric {
  return METRICS_BY_NAME[name];
}

/** What is wrong with a truth for this metric, or null. */
export function checkTruth(name: MetricName, truth: readonly number[]): string | null {
  const isBinary = truth.every((value) => value === 0 || value === 1);
  if (!NEEDS_CLASSES[name]) return null;
  if (!isBinary) return `${name} needs a truth of 0 and 1`;
  return new Set(truth).size === 2 ? null : `${name} needs both classes in the truth`;
}

/** What is wrong with predictions for this metric, or null. */
export function checkPredicted(name: MetricName, predicted: readonly number[]): string | null {
  if (name !== 'log_loss') return null;
  return predicted.every((value) => value >= 0 && value <= 1) ? null : 'Probabilities from 0 to 1 were expected.';
}

const absoluteError = meanOf((truth, predicted) => Math.abs(predicted - truth));
const squaredError = meanOf((truth, predicted) => (predicted - truth) ** 2);
/** Double precision's epsilon, by which scikit-learn keeps certainty from costing infinity. */
const EPSILON = 2 ** -52;
const logLoss = meanOf((truth, predicted) => {
  const certain = Math.min(1 - EPSILON, Math.max(EPSILON, predicted));
  return -Math.log(truth === 1 ? certain : 1 - certain);
});

const METRICS_BY_NAME: Readonly<Record<MetricName, Metric>> = {
  average_precision: averagePrecision,
  roc_auc: rocAuc,
  mae: absoluteError,
  rmse: (scored, weights) => Math.sqrt(squaredError(scored, weights)),
  accuracy,
  f1_macro: f1Macro,
  log_loss: logLoss,
};

const NEEDS_CLASSES: Readonly<Record<MetricName, boolean>> = {
  average_precision: true,
  roc_auc: true,
  log_loss: true,
  mae: false,
  rmse: false,
  accuracy: false,
  f1_macro: false,
};

function meanOf(loss: (truth: number, predicted: number) => number): Metric {
  return ({ truth, predicted }, weights) => {
    let sum = 0;
    let total = 0;
    for (const [row, value] of truth.entries()) {
      const weight = weights[row] ?? 0;
      sum += weight * loss(value, predicted[row] ?? NaN);
      total += weight;
    }
    return sum / total;
  };
}
