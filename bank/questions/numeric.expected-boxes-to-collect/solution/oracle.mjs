/** Follows the probability of each collection size box by box, and adds up how likely it is that one more is bought. */
export function answer({ n, m, t }) {
  const at = new Float64Array(t + 1);
  at[m] = 1;
  let boxes = 0;
  for (let waiting = 1; waiting > 1e-9; boxes += waiting, waiting = 1 - at[t]) {
    for (let size = t - 1; size >= m; size--) {
      const found = (at[size] * (n - size)) / n;
      at[size] -= found;
      at[size + 1] += found;
    }
  }
  return boxes;
}
