const entropyWith = (log) => (a, b) =>
  [a, b].reduce((sum, part) => (part === 0 ? sum : sum - (part / (a + b)) * log(part / (a + b))), 0);
const bits = entropyWith(Math.log2);
const nats = entropyWith(Math.log);
const gini = (a, b) => 1 - (a / (a + b)) ** 2 - (b / (a + b)) ** 2;

function gainBy(impurity, { a1, b1, a2, b2 }) {
  const total = a1 + b1 + a2 + b2;
  return (
    impurity(a1 + a2, b1 + b2) -
    ((a1 + b1) / total) * impurity(a1, b1) -
    ((a2 + b2) / total) * impurity(a2, b2)
  );
}

/** Two children of clearly different size, so that their weights matter. */
export function make(rng) {
  const counts = { a1: rng.int(4, 30), b1: rng.int(1, 12), a2: rng.int(1, 20), b2: rng.int(25, 70) };
  const { a1, b1, a2, b2 } = counts;
  const value = gainBy(bits, counts);
  const parent = bits(a1 + a2, b1 + b2);
  return {
    shown: counts,
    answer: { value, absTol: 0.002 },
    wrong: [
      { value: parent - (bits(a1, b1) + bits(a2, b2)) / 2, misconception: 'children-unweighted' },
      { value: gainBy(nats, counts), misconception: 'natural-log-for-bits' },
      { value: gainBy(gini, counts), misconception: 'gini-for-entropy' },
      { value: parent - value, misconception: 'impurity-left-as-gain' },
    ],
    explained: {
      left: a1 + b1,
      right: a2 + b2,
      total: a1 + b1 + a2 + b2,
      parent: parent.toFixed(4),
      leftEntropy: bits(a1, b1).toFixed(4),
      rightEntropy: bits(a2, b2).toFixed(4),
      answer: value.toFixed(3),
    },
  };
}
