/** Three rows of small whole numbers, so that the step can be done on paper. */
export function make(rng) {
  const rows = [0, 1, 2].map(() => ({ a: rng.int(-3, 4), b: rng.int(-3, 4), y: rng.int(-6, 6) }));
  const [u, v] = [rng.int(-2, 3), rng.int(-2, 3)];
  const rate = rng.pick([0.01, 0.02, 0.05, 0.1]);
  const errors = rows.map(({ a, b, y }) => u * a + v * b - y);
  const sumOver = (name) => rows.reduce((sum, row, index) => sum + errors[index] * row[name], 0);
  const step = (2 / 3) * rate * sumOver('a');
  const value = u - step;
  return {
    shown: {
      a1: rows[0].a, b1: rows[0].b, y1: rows[0].y,
      a2: rows[1].a, b2: rows[1].b, y2: rows[1].y,
      a3: rows[2].a, b3: rows[2].b, y3: rows[2].y,
      u, v, rate,
    },
    answer: { value, absTol: 0.0005 },
    wrong: [
      { value: u + step, misconception: 'ascends-the-gradient' },
      { value: u - 2 * rate * sumOver('a'), misconception: 'sums-not-averages' },
      { value: u - step / 2, misconception: 'square-without-two' },
      { value: u - (2 / 3) * rate * sumOver('b'), misconception: 'gradient-of-another-weight' },
    ],
    explained: {
      e1: errors[0], e2: errors[1], e3: errors[2],
      sum: sumOver('a'),
      slope: ((2 / 3) * sumOver('a')).toFixed(4),
      answer: value.toFixed(4),
    },
  };
}
