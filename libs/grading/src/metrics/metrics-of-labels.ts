import type { Scored, Weights } from './scored';

/** Accuracy: the share of rows whose predicted label equals the true one. */
export function accuracy({ truth, predicted }: Scored, weights: Weights): number {
  let right = 0;
  let total = 0;
  for (let row = 0; row < truth.length; row++) {
    const label = truth[row] ?? NaN;
    const weight = weights[row] ?? 0;
    if (label === predicted[row]) right += weight;
    total += weight;
  }
  return right / total;
}

type Counts = { hits: number; claimed: number; actual: number };

/** Macro F1: the unweighted mean of F1 = 2·TP / (predicted + actual) over every label that is true or predicted somewhere. */
export function f1Macro({ truth, predicted }: Scored, weights: Weights): number {
  const labels = new Map<number, Counts>();
  const countsOf = (label: number): Counts => {
    const counts = labels.get(label) ?? { hits: 0, claimed: 0, actual: 0 };
    labels.set(label, counts);
    return counts;
  };
  for (let row = 0; row < truth.length; row++) {
    const label = truth[row] ?? NaN;
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const claimed = predicted[row] ?? NaN;
    countsOf(label).actual += weight;
    countsOf(claimed).claimed += weight;
    if (label === claimed) countsOf(label).hits += weight;
  }
  const each = [...labels.values()].map(({ hits, claimed, actual }) => (2 * hits) / (claimed + actual));
  return each.reduce((sum, f1) => sum + f1, 0) / each.length;
}
