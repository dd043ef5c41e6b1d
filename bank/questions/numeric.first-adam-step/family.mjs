const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** Decay rates in use, and a gradient that is neither near 1 nor hardly there. */
export function make(rng) {
  const w = rng.int(-150, 150) / 100;
  const rate = rng.pick([0.01, 0.02, 0.03, 0.05]);
  const beta1 = rng.pick([0.8, 0.9, 0.9, 0.95]);
  const beta2 = rng.pick([0.95, 0.98, 0.99, 0.999]);
  const g = (rng.pick([-1, 1]) * rng.int(5, 300)) / 100;
  const sign = Math.sign(g);
  const value = w - (rate * g) / (Math.abs(g) + 1e-8);
  const [shareM, shareV] = [1 - beta1, Math.sqrt(1 - beta2)];
  const values = [
    w - (rate * sign * shareM) / shareV,
    w - (rate * sign) / shareV,
    w - rate * g,
    w - (rate * g) / (g ** 2 + 1e-8),
    w + rate * sign,
  ];
  if (w === 0 || !areApart([value, ...values], 0.0005)) return make(rng);
  const names = [
    'bias-correction-left-out',
    'only-one-moment-corrected',
    'adam-scales-by-the-gradient',
    'second-moment-without-root',
    'ascends-the-gradient',
  ];
  const four = (number) => number.toFixed(4);
  const told = (number) => String(Number(number.toPrecision(4)));
  const ratio = shareM / shareV;
  return {
    shown: { w, rate, beta1, beta2, g },
    answer: { value, absTol: 0.0001 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      m: told(shareM * g),
      v: told((1 - beta2) * g * g),
      square: told(g * g),
      sign: sign > 0 ? '+' : '−',
      factorM: told(1 / shareM),
      factorV: Number((1 / shareV).toFixed(1)),
      longer: `${ratio > 1 ? 'too long' : 'too short'} by a factor of ${Number(Math.max(ratio, 1 / ratio).toFixed(2))}`,
      uncorrected: four(values[0]),
      firstOnly: four(values[1]),
      plain: four(values[2]),
      noRoot: four(values[3]),
      uphill: four(values[4]),
      answer: four(value),
    },
  };
}
