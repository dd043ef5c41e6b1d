const withCommas = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** A small arm and a large one, a few standard errors apart; so unequal that pooling shows in two decimals. */
export function make(rng) {
  const nB = rng.int(1200, 5000);
  const nA = nB * rng.pick([4, 6, 9]) + rng.int(-90, 90);
  const base = rng.real(0.03, 0.11);
  const spread = Math.sqrt(base * (1 - base) * (1 / nA + 1 / nB));
  const xA = Math.round(nA * base);
  const xB = Math.round(nB * (base + rng.pick([-1, 1, 1]) * rng.real(1.2, 3.8) * spread));
  const [pA, pB] = [xA / nA, xB / nB];
  const diff = pB - pA;
  const errorOf = (p) => Math.sqrt(p * (1 - p) * (1 / nA + 1 / nB));
  const pooled = (xA + xB) / (nA + nB);
  const se = errorOf(pooled);
  const value = diff / se;
  const values = [
    diff / Math.sqrt((pA * (1 - pA)) / nA + (pB * (1 - pB)) / nB),
    diff / errorOf((pA + pB) / 2),
    diff / Math.sqrt(pooled * (1 - pooled)),
    100 * value,
    -value,
  ];
  if (!areApart([value, ...values], 0.045)) return make(rng);
  const names = [
    'each-arm-has-its-own-rate',
    'mean-of-ratios',
    'deviation-for-standard-error',
    'percent-and-fraction-mixed',
    'difference-turned-round',
  ];
  const two = (number) => number.toFixed(2);
  const isFar = Math.abs(value) > 1.96;
  return {
    shown: { nA: withCommas(nA), xA, nB: withCommas(nB), xB },
    answer: { value, absTol: 0.02 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      plainA: nA,
      plainB: nB,
      pA: pA.toFixed(5),
      pB: pB.toFixed(5),
      diff: diff.toFixed(5),
      pooled: pooled.toFixed(5),
      rest: (1 - pooled).toFixed(5),
      se: se.toFixed(6),
      verdict: isFar
        ? `It lies outside ±1.96, so a two-sided test at the 5 % level rejects equal rates: the new page converts ${value > 0 ? 'better' : 'worse'}.`
        : 'It lies within ±1.96, so a two-sided test at the 5 % level does not reject equal rates. That is no proof that the pages convert alike: the small arm may be too small to show a real difference.',
      unpooled: two(values[0]),
      mean: two(values[1]),
      deviation: values[2].toFixed(3),
      mixed: Math.round(values[3]),
      turned: two(values[4]),
      answer: two(value),
    },
  };
}
