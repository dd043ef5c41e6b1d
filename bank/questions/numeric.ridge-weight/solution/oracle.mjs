/** Coordinate descent on intercept and weight until nothing moves: no closed form needed. */
export function answer({ x1, x2, x3, x4, y1, y2, y3, y4, lambda }) {
  const points = [
    [x1, y1],
    [x2, y2],
    [x3, y3],
    [x4, y4],
  ];
  let [weight, intercept] = [0, 0];
  for (let round = 0; round < 5000; round++) {
    intercept = points.reduce((sum, [x, y]) => sum + y - weight * x, 0) / points.length;
    const above = points.reduce((sum, [x, y]) => sum + x * (y - intercept), 0);
    weight = above / (points.reduce((sum, [x]) => sum + x * x, 0) + lambda);
  }
  return weight;
}
