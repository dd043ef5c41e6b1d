/** Counts errors instead of shares: misses weigh beta squared times as much as false alarms. */
export function answer({ truePositives, falseNegatives, falsePositives, beta }) {
  const found = (1 + beta * beta) * truePositives;
  return found / (found + beta * beta * falseNegatives + falsePositives);
}
