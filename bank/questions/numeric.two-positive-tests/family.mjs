const withCommas = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));
const posterior = (odds) => (100 * odds) / (1 + odds);

/** A quick test and a better one; in the end the disease is neither nearly certain nor nearly excluded. */
export function make(rng) {
  const prevalence = rng.pick([0.2, 0.4, 0.5, 0.8, 1, 1.5, 2, 3, 4]);
  const [sens1, spec1] = [rng.int(78, 94), rng.int(82, 94)];
  const [sens2, spec2] = [rng.int(80, 96), rng.int(90, 98)];
  const priorOdds = prevalence / (100 - prevalence);
  const [ratio1, ratio2] = [sens1 / (100 - spec1), sens2 / (100 - spec2)];
  const value = posterior(priorOdds * ratio1 * ratio2);
  const [first, second] = [posterior(priorOdds * ratio1), posterior(priorOdds * ratio2)];
  const values = [
    first,
    second,
    (first * second) / 100,
    100 - ((100 - first) * (100 - second)) / 100,
    posterior(ratio1 * ratio2),
  ];
  const areEqual = new Set([sens1, spec1, sens2, spec2]).size < 4;
  if (areEqual || value < 15 || value > 90 || !areApart([value, ...values], 0.7)) return make(rng);
  const names = [
    'second-test-adds-nothing',
    'prior-not-updated',
    'predictive-values-multiply',
    'predictive-errors-multiply',
    'base-rate-neglect',
  ];
  const one = (number) => number.toFixed(1);
  const million = 10_000;
  return {
    shown: { prevalence, sens1, spec1, sens2, spec2 },
    answer: { value, absTol: 0.3 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      healthy: Number((100 - prevalence).toFixed(1)),
      priorOdds: priorOdds.toFixed(5),
      false1: 100 - spec1,
      false2: 100 - spec2,
      ratio1: ratio1.toFixed(2),
      ratio2: ratio2.toFixed(2),
      odds1: (priorOdds * ratio1).toFixed(4),
      odds2: (priorOdds * ratio1 * ratio2).toFixed(3),
      ill: withCommas(million * prevalence),
      well: withCommas(million * (100 - prevalence)),
      bothIll: withCommas(prevalence * sens1 * sens2),
      bothWell: withCommas((100 - prevalence) * (100 - spec1) * (100 - spec2)),
      first: one(first),
      second: one(second),
      product: one(values[2]),
      either: one(values[3]),
      even: one(values[4]),
      answer: one(value),
    },
  };
}
