/** A weighted mean of the old value and the best of the three targets, one for each way to go on. */
export function answer({ alpha, gamma, reward, q, n1, n2, n3 }) {
  const results = [n1, n2, n3].map((next) => (1 - alpha) * q + alpha * reward + alpha * gamma * next);
  return results.reduce((best, each) => (each > best ? each : best));
}
