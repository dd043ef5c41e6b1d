/** Climbs the log-likelihood itself by golden sections over the logarithm of the rate. */
export function answer(shown) {
  const pumps = [1, 2, 3, 4, 5, 6, 7, 8].map((pump) => ({ t: shown[`h${pump}`], failed: shown[`s${pump}`] === 'failed' }));
  const likelihood = (log) =>
    pumps.reduce((total, { t, failed }) => total + (failed ? log : 0) - Math.exp(log) * t, 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1e-6), Math.log(1)];
  for (let step = 0; step < 80; step++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (likelihood(a) < likelihood(b)) low = a;
    else high = b;
  }
  return 1000 * Math.exp((low + high) / 2);
}
