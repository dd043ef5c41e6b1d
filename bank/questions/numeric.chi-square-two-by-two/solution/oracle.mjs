/** The short form for four cells: the squared difference of the products across, without any expected count. */
export function answer({ a, b, c, d }) {
  return ((a + b + c + d) * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
}
