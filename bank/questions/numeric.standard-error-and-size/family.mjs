/** Multiples of four, so that a factor of 2.5 squared gives whole requests too. */
export function make(rng) {
  const n = 4 * rng.int(10, 150);
  const factor = rng.pick([2, 2.5, 3, 4, 5]);
  const narrow = rng.pick([0.4, 0.5, 1, 1.2, 2, 3, 4]);
  const value = n * factor ** 2;
  return {
    shown: { n, wide: Number((narrow * factor).toFixed(3)), narrow },
    answer: { value, relTol: 0.005 },
    wrong: [
      { value: n * factor, misconception: 'error-falls-with-n' },
      { value: n * Math.sqrt(factor), misconception: 'root-on-the-wrong-side' },
      { value: value - n, misconception: 'counts-only-further-ones' },
    ],
    explained: {
      factor,
      squared: factor ** 2,
      linear: n * factor,
      root: Math.round(n * Math.sqrt(factor)),
      further: value - n,
      answer: value,
    },
  };
}
