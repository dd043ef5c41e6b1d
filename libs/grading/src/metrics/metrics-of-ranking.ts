import type { Scored, Weights } from './scored';

/**
 * Average precision, AP = Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct predictions, as scikit-learn defines it: rows with equal
 * predictions enter together, so that their order does not matter. NaN without a positive row.
 */
export function averagePrecision(scored: Scored, weights: Weights): number {
  let found = 0;
  let seen = 0;
  let area = 0;
  for (const { positive, all } of tieGroups(scored, weights)) {
    found += positive;
    seen += all;
    if (seen > 0) area += positive * (found / seen);
  }
  return area / found;
}

/** The area under the ROC curve: the share of positive-negative pairs in the correct order, ties counting half. */
export function rocAuc(scored: Scored, weights: Weights): number {
  let positives = 0;
  let negatives = 0;
  let ordered = 0;
  for (const { positive, all } of tieGroups(scored, weights)) {
    const negative = all - positive;
    ordered += negative * (positives + positive / 2);
    positives += positive;
    negatives += negative;
  }
  return ordered / (positives * negatives);
}

type Ties = { readonly positive: number; readonly all: number };

function* tieGroups({ truth, predicted, order }: Scored, weights: Weights): Generator<Ties> {
  let positive = 0;
  let all = 0;
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0;
    const weight = weights[row] ?? 0;
    all += weight;
    positive += weight * (truth[row] ?? 0);
    const next = order[place + 1];
    if (next !== undefined && predicted[next] === predicted[row]) continue;
    yield { positive, all };
    positive = 0;
    all = 0;
  }
}
