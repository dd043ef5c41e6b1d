const POINTS = 4;

/** Four points off the origin, so that leaving the intercept out shows. */
export function make(rng) {
  const start = rng.int(1, 5);
  const x = [start, start + rng.int(1, 3), start + rng.int(4, 6), start + rng.int(7, 9)];
  const y = x.map((value) => 2 * value + rng.int(-4, 4) + rng.int(3, 12));
  const lambda = rng.int(2, 20);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const products = (a, b) => sum(a.map((value, index) => value * b[index]));
  const sxx = products(x, x) - sum(x) ** 2 / POINTS;
  const sxy = products(x, y) - (sum(x) * sum(y)) / POINTS;
  const value = sxy / (sxx + lambda);
  return {
    shown: { x1: x[0], x2: x[1], x3: x[2], x4: x[3], y1: y[0], y2: y[1], y3: y[2], y4: y[3], lambda },
    answer: { value, absTol: 0.001 },
    wrong: [
      { value: sxy / (sxx + POINTS * lambda), misconception: 'penalty-scaled-by-n' },
      { value: products(x, y) / (products(x, x) + lambda), misconception: 'line-through-origin' },
      { value: sxy / sxx, misconception: 'penalty-ignored' },
      { value: sxy / sxx - lambda / (2 * sxx), misconception: 'shrinks-by-subtracting' },
    ],
    explained: {
      meanX: (sum(x) / POINTS).toFixed(2),
      meanY: (sum(y) / POINTS).toFixed(2),
      sxx: sxx.toFixed(2),
      sxy: sxy.toFixed(2),
      plain: (sxy / sxx).toFixed(3),
      answer: value.toFixed(3),
    },
  };
}
