const round = (value) => value.toFixed(3);

function fBeta(precision, recall, weight) {
  return ((1 + weight) * precision * recall) / (weight * precision + recall);
}

/** Four counts with false alarms and misses well apart, so that precision and recall never coincide. */
export function make(rng) {
  const truePositives = rng.int(30, 95);
  const few = rng.int(4, 30);
  const many = few + rng.int(10, 45);
  const missesMore = rng.pick([true, false]);
  const falseNegatives = missesMore ? many : few;
  const falsePositives = missesMore ? few : many;
  const trueNegatives = rng.int(120, 900);
  const beta = rng.pick([0.5, 2, 3]);
  const precision = truePositives / (truePositives + falsePositives);
  const recall = truePositives / (truePositives + falseNegatives);
  const value = fBeta(precision, recall, beta ** 2);
  const other = fBeta(trueNegatives / (trueNegatives + falseNegatives), trueNegatives / (trueNegatives + falsePositives), beta ** 2);
  return {
    shown: { truePositives, falseNegatives, falsePositives, trueNegatives, beta },
    answer: { value, absTol: 0.001 },
    wrong: [
      { value: fBeta(recall, precision, beta ** 2), misconception: 'precision-recall-swapped' },
      { value: fBeta(precision, recall, 1), misconception: 'beta-ignored' },
      { value: fBeta(precision, recall, beta), misconception: 'beta-not-squared' },
      { value: (precision + recall) / 2, misconception: 'arithmetic-for-harmonic' },
      { value: (value + other) / 2, misconception: 'macro-for-one-class' },
    ],
    explained: {
      flagged: truePositives + falsePositives,
      spam: truePositives + falseNegatives,
      precision: round(precision),
      recall: round(recall),
      answer: round(value),
      betaSquared: beta ** 2,
    },
  };
}
