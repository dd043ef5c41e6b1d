/** The slope by central differences, which are exact for a square but for rounding. */
export function answer({ a1, b1, y1, a2, b2, y2, a3, b3, y3, u, v, rate }) {
  const loss = (w) => ((w * a1 + v * b1 - y1) ** 2 + (w * a2 + v * b2 - y2) ** 2 + (w * a3 + v * b3 - y3) ** 2) / 3;
  const h = 1e-3;
  return u - (rate * (loss(u + h) - loss(u - h))) / (2 * h);
}
