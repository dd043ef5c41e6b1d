const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Five small errors and a large one, of either sign. */
export function make(rng) {
  const errors = [0, 1, 2, 3, 4, 5].map(() => rng.pick([-1, 1]) * rng.int(1, 8));
  const large = rng.int(0, 5);
  errors[large] = rng.pick([-1, 1]) * rng.int(16, 45);
  const sizes = errors.map(Math.abs);
  const squares = errors.map((error) => error ** 2);
  const mae = sum(sizes) / 6;
  const mse = sum(squares) / 6;
  const bias = Math.abs(sum(errors)) / 6;
  const value = Math.sqrt(mse) / mae;
  const values = [mse / mae, Math.sqrt(sum(squares)) / 6 / mae, Math.sqrt(mse) / bias, 1 / value];
  // Errors that all have one sign would make bias and MAE the same.
  if (bias < 0.5 || !areApart([value, ...values], 0.03)) return make(rng);
  const names = ['mse-for-rmse', 'root-before-the-mean', 'signed-errors-cancel', 'ratio-upside-down'];
  const two = (number) => number.toFixed(2);
  return {
    shown: Object.fromEntries(errors.map((error, index) => [`e${index + 1}`, error])),
    answer: { value, absTol: 0.01 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      sumAbs: sum(sizes),
      mae: two(mae),
      sumSquares: sum(squares),
      mse: two(mse),
      rmse: two(Math.sqrt(mse)),
      largest: errors[large],
      shareAbs: Math.round((100 * sizes[large]) / sum(sizes)),
      shareSquares: Math.round((100 * squares[large]) / sum(squares)),
      withoutRoot: two(values[0]),
      rootFirst: two(values[1]),
      cancelled: two(values[2]),
      inverse: two(values[3]),
      answer: two(value),
    },
  };
}
