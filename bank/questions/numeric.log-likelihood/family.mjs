const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Two rates and a count between or beside them, so that either model can be the better one. */
export function make(rng) {
  const visitors = rng.int(20, 120);
  const a = rng.int(5, 60) / 100;
  const b = rng.int(5, 60) / 100;
  const buyers = Math.round(visitors * Math.min(a, b) + visitors * Math.abs(a - b) * rng.real(-0.3, 1.3));
  const others = visitors - buyers;
  const log = (p) => buyers * Math.log(p) + others * Math.log(1 - p);
  const sumOf = (p) => buyers * p + others * (1 - p);
  const value = log(a) - log(b);
  const values = [
    buyers * Math.log(a / b),
    sumOf(a) - sumOf(b),
    Math.log(sumOf(a) / sumOf(b)),
    value / visitors,
  ];
  const isSensible = Math.abs(a - b) >= 0.05 && buyers >= 2 && others >= 2 && Math.abs(value) > 0.3 && Math.abs(value) < 15;
  if (!isSensible || !areApart([value, ...values], 0.05)) return make(rng);
  const names = ['successes-only', 'adds-probabilities', 'log-of-a-sum', 'mean-for-sum'];
  const two = (number) => number.toFixed(2);
  const ratio = Math.exp(Math.abs(value));
  return {
    shown: { a: two(a), b: two(b), visitors, buyers },
    answer: { value, absTol: 0.02 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      others,
      notA: two(1 - a),
      notB: two(1 - b),
      logA: log(a).toFixed(3),
      logB: log(b).toFixed(3),
      better: value > 0 ? 'A' : 'B',
      worse: value > 0 ? 'B' : 'A',
      ratio: ratio < 100 ? String(Number(ratio.toPrecision(2))) : `about ${String(Number(ratio.toPrecision(1)))}`,
      rate: (buyers / visitors).toFixed(3),
      successes: two(values[0]),
      added: two(values[1]),
      logOfSum: two(values[2]),
      mean: two(values[3]),
      answer: two(value),
    },
  };
}
