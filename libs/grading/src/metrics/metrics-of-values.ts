import type { Metric, Scored, Weights } from './scored';

export const absoluteError = meanOf((truth, predicted) => Math.abs(predicted - truth));

export const squaredError = meanOf((truth, predicted) => (predicted - truth) ** 2);

/** The machine epsilon of doubles, to which scikit-learn clips probabilities so that the loss is finite. */
const EPSILON = 2 ** -52;

export const logLoss = meanOf((truth, predicted) => {
  const certain = Math.min(1 - EPSILON, Math.max(EPSILON, predicted));
  return -Math.log(truth === 1 ? certain : 1 - certain);
});

/** The quantile (pinball) loss: an underestimate costs `quantile` per unit, an overestimate 1 − `quantile` (Koenker, Bassett 1978). */
export function pinball(quantile: number): Metric {
  return meanOf((truth, predicted) => Math.max(quantile * (truth - predicted), (quantile - 1) * (truth - predicted)));
}

/** R² = 1 − Σ(y − p)² / Σ(y − ȳ)², the share of variance explained; negative if the mean ȳ predicts better. */
export function r2(scored: Scored, weights: Weights): number {
  const mean = meanOf((truth) => truth)(scored, weights);
  const variance = meanOf((truth) => (truth - mean) ** 2)(scored, weights);
  return 1 - squaredError(scored, weights) / variance;
}

function meanOf(loss: (truth: number, predicted: number) => number): Metric {
  return ({ truth, predicted }, weights) => {
    let sum = 0;
    let total = 0;
    for (let row = 0; row < truth.length; row++) {
      const value = truth[row] ?? NaN;
      const weight = weights[row] ?? 0;
      sum += weight * loss(value, predicted[row] ?? NaN);
      total += weight;
    }
    return sum / total;
  };
}
