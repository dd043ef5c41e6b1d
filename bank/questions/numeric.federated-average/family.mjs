const weight = (rng) => rng.int(-150, 250) / 100;

/** Three hospitals of clearly different size, with a loss each that does not enter. */
export function make(rng) {
  const rows = [rng.int(2, 9) * 100, rng.int(12, 30) * 100, rng.int(40, 90) * 100];
  const weights = [weight(rng), weight(rng), weight(rng)];
  const losses = [rng.int(20, 45), rng.int(46, 70), rng.int(71, 95)].map((value) => value / 100);
  const mean = (by) => {
    const total = by.reduce((sum, value) => sum + value, 0);
    return weights.reduce((sum, value, client) => sum + (value * by[client]) / total, 0);
  };
  const value = mean(rows);
  return {
    shown: {
      n1: rows[0], n2: rows[1], n3: rows[2],
      w1: weights[0], w2: weights[1], w3: weights[2],
      l1: losses[0], l2: losses[1], l3: losses[2],
    },
    answer: { value, absTol: 0.002 },
    wrong: [
      { value: mean([1, 1, 1]), misconception: 'plain-mean-of-clients' },
      { value: weights.reduce((sum, each) => sum + each, 0), misconception: 'sums-clients' },
      { value: mean(losses), misconception: 'weights-by-loss' },
      { value: weights[2], misconception: 'largest-client-wins' },
    ],
    explained: { total: rows[0] + rows[1] + rows[2], answer: value.toFixed(3) },
  };
}
