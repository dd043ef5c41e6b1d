/** Coordinate descent on intercept and weight until nothing moves: no closed form needed. */
export function answer({ x1, x2, x3, x4, y1, y2, y3, y4, lambda }) {
  const x = [x1, x2, x3, x4];
  const y = [y1, y2, y3, y4];
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const squares = sum(x.map((value) => value * value));
  let [weight, before] = [0, null];
  for (let round = 0; round < 5000 && weight !== before; round++) {
    before = weight;
    const intercept = sum(y.map((value, index) => value - weight * x[index])) / x.length;
    weight = sum(x.map((value, index) => value * (y[index] - intercept))) / (squares + lambda);
  }
  return weight;
}
