/** Takes the spread out of the first interval, then searches for the sample that gives the second. */
export function answer({ n, wide, narrow }) {
  const spread = (wide * Math.sqrt(n)) / 1.96;
  let [low, high] = [0, 1e7];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if ((1.96 * spread) / Math.sqrt(middle) > narrow) low = middle;
    else high = middle;
  }
  return high;
}
