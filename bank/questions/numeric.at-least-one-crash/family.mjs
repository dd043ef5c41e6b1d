/** An expected number of crashes between 0.2 and 2.2, so that neither answer nor mistakes are close to 0 or 100 %. */
export function make(rng) {
  const count = rng.int(5, 60);
  const days = rng.pick([60, 90, 120, 150, 180, 240, 270, 300, 365]);
  const window = rng.int(3, 21);
  const rate = count / days;
  const lambda = rate * window;
  if (lambda < 0.2 || lambda > 2.2) return make(rng);
  const none = Math.exp(-lambda);
  const value = 100 * (1 - none);
  const wrong = [
    { value: 100 * lambda, misconception: 'expected-number-is-probability' },
    { value: 100 * none, misconception: 'none-for-at-least-one' },
    { value: 100 * lambda * none, misconception: 'exactly-one-for-at-least-one' },
    { value: 100 * (1 - Math.exp(-rate)), misconception: 'rate-not-scaled-to-the-window' },
  ];
  if (wrong.some((each, index) => wrong.slice(0, index).some((other) => Math.abs(each.value - other.value) < 0.3)))
    return make(rng);
  const one = (number) => number.toFixed(1);
  return {
    shown: { count, days, window },
    answer: { value, absTol: 0.1 },
    wrong,
    explained: {
      rate: rate.toFixed(4),
      lambda: lambda.toFixed(3),
      none: none.toFixed(4),
      asProbability: one(wrong[0].value),
      noneShare: one(wrong[1].value),
      exactlyOne: one(wrong[2].value),
      oneDay: one(wrong[3].value),
      answer: one(value),
    },
  };
}
