const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Four to ten stages, most often towards the end of a set, where they differ most. */
export function make(rng) {
  const n = rng.int(8, 40);
  const t = n - rng.pick([0, 0, 0, 1, 1, 2, 2, 3, 4]);
  const m = t - rng.int(4, 10);
  if (m < 1) return make(rng);
  const stages = (from, to) => Array.from({ length: to - from }, (_, index) => n / (n - from - index));
  const value = sum(stages(m, t));
  const values = [t - m, ((t - m) * n) / (n - m), sum(stages(0, t)), (t - m) * n];
  if (!areApart([value, ...values], 0.3)) return make(rng);
  const names = ['every-draw-is-new', 'each-new-one-is-as-easy', 'starts-from-nothing', 'waits-for-named-ones'];
  const one = (number) => number.toFixed(1);
  const divisors = Array.from({ length: t - m }, (_, index) => n - m - index);
  return {
    shown: { n, m, t, m1: m + 1 },
    answer: { value, absTol: 0.1 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      last: t - 1,
      terms: `${divisors.map((divisor) => `\\tfrac{${n}}{${divisor}}`).join(' + ')} = ${one(value)}`,
      first: (n / (n - m)).toFixed(2),
      hardest: (n / (n - t + 1)).toFixed(2),
      straight: values[0],
      alike: one(values[1]),
      fromNothing: one(values[2]),
      named: values[3],
      answer: one(value),
    },
  };
}
