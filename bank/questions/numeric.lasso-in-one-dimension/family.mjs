const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Five multiples of a step that add up to zero, none further out than `most` of them. */
function centred(rng, step, most) {
  const drawn = [0, 1, 2, 3].map(() => step * rng.int(-most, most));
  const all = [...drawn, -sum(drawn)];
  return Math.abs(all[4]) <= step * most ? all : centred(rng, step, most);
}

/** Inputs of a variance between 0.6 and 3, and a penalty that takes a fifth to four fifths off the weight. */
export function make(rng) {
  const [x, y] = [centred(rng, 0.5, 4), centred(rng, 1, 8)];
  const sxx = sum(x.map((each) => each ** 2));
  const sxy = sum(x.map((each, index) => each * y[index]));
  const alpha = Math.round((Math.abs(sxy) / 5) * rng.real(0.2, 0.8) * 20) / 20;
  const sign = Math.sign(sxy);
  const size = Math.abs(sxy);
  const value = (sign * (size - 5 * alpha)) / sxx;
  const values = [
    sxy / sxx,
    sign * Math.max(0, size / sxx - alpha) + 0,
    (sign * (size - alpha)) / sxx,
    sxy / (sxx + 5 * alpha),
    ...(sign < 0 ? [-value] : []),
  ];
  if (size < 4 || sxx < 3 || sxx > 15 || alpha < 0.1 || !areApart([value, ...values], 0.006)) return make(rng);
  const names = ['penalty-ignored', 'penalty-off-the-slope', 'penalty-scaled-by-n', 'ridge-for-lasso', 'sign-lost'];
  const three = (number) => number.toFixed(3);
  const places = (letter, numbers) => Object.fromEntries(numbers.map((each, index) => [`${letter}${index + 1}`, each]));
  return {
    shown: { ...places('x', x), ...places('y', y), alpha },
    answer: { value, absTol: 0.002 },
    wrong: values.map((each, index) => ({ value: each, misconception: names[index] })),
    explained: {
      sxx,
      sxy,
      sign: sign > 0 ? 'positive' : 'negative',
      sign1: sign > 0 ? '' : '-',
      absolute: size,
      penalty: Number((5 * alpha).toFixed(2)),
      steep: three(size / sxx),
      plain: three(values[0]),
      fromSlope: three(values[1] + 0),
      unscaled: three(values[2]),
      ridge: three(values[3]),
      stop: size / sxx > alpha ? '' : ', and so ends at zero',
      lost: sign > 0 ? '' : `\n- ${three(-value)} has lost the sign: the penalty acts on the size of the weight and leaves its direction.`,
      answer: three(value),
    },
  };
}
