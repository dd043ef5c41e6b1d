const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Bags as large as the training set, or smaller. At 50 and 70 % mistakes would coincide. */
export function make(rng) {
  const trees = 50 * rng.int(4, 20);
  const rows = 100 * rng.int(6, 90);
  const ratio = rng.pick([1, 1, 0.9, 0.8, 0.6, 0.4, 0.3]);
  const drawn = Math.round(rows * ratio);
  const share = (1 - 1 / rows) ** drawn;
  const value = trees * share;
  const values = [trees - value, trees / 2, trees * (1 - ratio), ...(ratio === 1 ? [] : [trees * (1 - 1 / rows) ** rows])];
  if (!areApart([value, ...values], 0.025 * value)) return make(rng);
  const names = ['in-bag-for-out-of-bag', 'two-outcomes-are-even-odds', 'drawn-without-replacement', 'out-of-bag-share-is-fixed'];
  const whole = (number) => Math.round(number);
  return {
    shown: { trees, rows, drawn },
    answer: { value, relTol: 0.01 },
    wrong: values.map((each, index) => ({ value: each, misconception: names[index] })),
    explained: {
      ratio,
      share: share.toFixed(4),
      inside: whole(values[0]),
      half: whole(values[1]),
      without: whole(values[2]),
      fixed:
        ratio === 1
          ? ''
          : `\n- ${whole(values[3])} is 36.8 % of the trees. This well-known share holds for bags as large as the training set.`,
      answer: whole(value),
    },
  };
}
