/** Adds the Poisson probabilities of 1, 2, 3 … crashes, each from the one before. */
export function answer({ count, days, window }) {
  const mean = (count * window) / days;
  let term = Math.exp(-mean);
  let total = 0;
  for (let crashes = 1; crashes <= 60; crashes++) {
    term *= mean / crashes;
    total += term;
  }
  return 100 * total;
}
