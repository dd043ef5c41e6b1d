const withCommas = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

/** Correlations as they are seen for engagement metrics, and enough new users to matter. */
export function make(rng) {
  const users = 2000 * rng.int(10, 150);
  const returning = rng.pick([40, 45, 50, 55, 60, 65, 70, 75, 80]);
  const rho = rng.int(45, 85) / 100;
  const share = returning / 100;
  const factor = 1 - share * rho ** 2;
  const value = users * factor;
  const values = [users * (1 - rho ** 2), users * (1 - share * rho), users * Math.sqrt(factor), users - value];
  if (!areApart([value, ...values])) return make(rng);
  const names = ['covariate-for-everyone', 'correlation-is-variance-removed', 'sample-size-goes-with-deviation', 'saved-for-needed'];
  return {
    shown: { users: withCommas(users), returning, rho },
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      plain: users,
      left: (1 - rho ** 2).toFixed(4),
      share,
      rest: Number((1 - share).toFixed(2)),
      factor: factor.toFixed(4),
      everyone: withCommas(values[0]),
      linear: withCommas(values[1]),
      deviation: withCommas(values[2]),
      saved: withCommas(values[3]),
      answer: withCommas(value),
    },
  };
}
