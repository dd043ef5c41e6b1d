const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** A few hundred customers of each device; every expected count is 10 or more. */
export function make(rng) {
  const phone = rng.int(150, 600);
  const computer = rng.int(100, 450);
  const rate = rng.real(0.1, 0.3);
  const a = Math.round(phone * rate * rng.real(0.9, 1.3));
  const c = Math.round(computer * rate * rng.real(0.65, 1.1));
  const observed = [a, phone - a, c, computer - c];
  const total = phone + computer;
  const [cancelled, kept] = [a + c, total - a - c];
  const expected = [phone * cancelled, phone * kept, computer * cancelled, computer * kept].map((each) => each / total);
  const terms = observed.map((count, index) => (count - expected[index]) ** 2 / expected[index]);
  const value = terms.reduce((sum, each) => sum + each);
  const off = Math.abs(a - expected[0]);
  const values = [
    observed.reduce((sum, count) => sum + (count - total / 4) ** 2 / (total / 4), 0),
    (100 * value) / total,
    observed.reduce((sum, count) => sum + off ** 2 / count, 0),
    terms[0] + terms[2],
    Math.sqrt(value),
  ];
  const isSensible = value > 1.5 && Math.abs(value - 3.84) > 0.1 && value < 25 && Math.min(...expected) >= 10 && phone !== computer;
  if (!isSensible || !areApart([value, ...values], 0.11)) return make(rng);
  const names = [
    'all-cells-equally-likely',
    'percentages-for-counts',
    'divides-by-the-observed',
    'only-events-deviate',
    'root-of-the-statistic',
  ];
  const two = (number) => number.toFixed(2);
  return {
    shown: { a: observed[0], b: observed[1], c: observed[2], d: observed[3] },
    answer: { value, absTol: 0.05 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      phone, computer, cancelled, kept, total,
      ea: two(expected[0]), eb: two(expected[1]), ec: two(expected[2]), ed: two(expected[3]),
      ta: two(terms[0]), tb: two(terms[1]), tc: two(terms[2]), td: two(terms[3]),
      off: two(off),
      verdict:
        value > 3.84
          ? 'the statistic is larger, so independence is rejected. This does not say that the device is the cause.'
          : 'the statistic is smaller, so independence is not rejected. This does not prove that there is no difference.',
      equal: two(values[0]),
      percent: two(values[1]),
      byObserved: two(values[2]),
      eventsOnly: two(values[3]),
      root: two(values[4]),
      answer: two(value),
    },
  };
}
