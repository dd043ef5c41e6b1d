const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Fan-outs for which neither hardly any nor nearly all pages are late. */
export function make(rng) {
  const percentile = rng.pick([95, 98, 99, 99, 99.5, 99.9]);
  const fan = rng.int(4, 150);
  const ms = 10 * rng.int(4, 40);
  const slow = (100 - percentile) / 100;
  const allFast = (1 - slow) ** fan;
  const value = 100 * (1 - allFast);
  const values = [100 * slow, 100 * slow * fan, 100 * allFast, 100 * slow ** fan];
  if (value < 4 || value > 95 || !areApart([value, ...values], 0.25)) return make(rng);
  const names = ['tail-of-one-is-tail-of-all', 'sum-for-product', 'none-for-at-least-one', 'all-for-any'];
  const one = (number) => number.toFixed(1);
  return {
    shown: { fan, percentile, ms },
    answer: { value, absTol: 0.1 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      fast: Number((1 - slow).toFixed(4)),
      allFast: allFast.toFixed(4),
      same: Number((100 * slow).toFixed(2)),
      sum: Number(values[1].toFixed(2)),
      onTime: one(values[2]),
      allSlow: values[3] < 0.0001 ? 'Nearly 0' : values[3].toPrecision(2),
      needed: (100 * (1 - 0.99 ** (1 / fan))).toPrecision(2),
      answer: one(value),
    },
  };
}
