const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const areApart = (numbers) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other / each - 1) > 0.025));

/** Eight pumps, three to five of them failed; those that run are older on average, as they are in a fleet. */
export function make(rng) {
  const failures = rng.int(3, 5);
  const states = Array.from({ length: 8 }, () => 'runs');
  while (states.filter((state) => state === 'failed').length < failures) states[rng.int(0, 7)] = 'failed';
  const hours = states.map((state) => 10 * (state === 'failed' ? rng.int(40, 450) : rng.int(120, 700)));
  const failed = hours.filter((_, index) => states[index] === 'failed');
  const allHours = sum(hours);
  const value = (1000 * failures) / allHours;
  const values = [
    (1000 * failures) / sum(failed),
    8000 / allHours,
    sum(failed.map((each) => 1000 / each)) / failures,
    1 / value,
  ];
  if (!areApart([value, ...values])) return make(rng);
  const names = ['censored-says-nothing', 'censored-has-failed', 'mean-of-ratios', 'mean-time-for-rate'];
  const three = (number) => number.toPrecision(3);
  return {
    shown: Object.fromEntries(hours.flatMap((each, index) => [[`h${index + 1}`, each], [`s${index + 1}`, states[index]]])),
    answer: { value, relTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      failures,
      failedHours: sum(failed),
      runningHours: allHours - sum(failed),
      allHours,
      mtbf: Math.round(allHours / failures),
      failedOnly: three(values[0]),
      allFailed: three(values[1]),
      meanRate: three(values[2]),
      meanTime: three(values[3]),
      answer: three(value),
    },
  };
}
