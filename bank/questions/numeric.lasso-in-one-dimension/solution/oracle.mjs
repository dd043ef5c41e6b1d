/** Searches the minimum of the stated loss itself; it is convex, so thirds of an interval can be thrown away. */
export function answer(shown) {
  const rows = [1, 2, 3, 4, 5].map((row) => [shown[`x${row}`], shown[`y${row}`]]);
  const loss = (w) => rows.reduce((total, [x, y]) => total + (y - w * x) ** 2, 0) / 10 + shown.alpha * Math.abs(w);
  let [low, high] = [-50, 50];
  while (high - low > 1e-7) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
