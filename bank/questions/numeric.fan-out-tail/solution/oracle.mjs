/** Sends the requests one after the other: the chance that the first late one is the first, the second, and so on. */
export function answer({ fan, percentile }) {
  const late = 1 - percentile / 100;
  let total = 0;
  let soFar = 1;
  for (let request = 0; request < fan; request++) {
    total += soFar * late;
    soFar *= 1 - late;
  }
  return 100 * total;
}
