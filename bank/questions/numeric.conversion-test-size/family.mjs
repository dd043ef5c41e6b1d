const Z = (1.96 + 0.84) ** 2;

/** Base rates in tenths of a percent and relative lifts in whole percents. */
export function make(rng) {
  const base = rng.int(20, 120) / 10;
  const lift = rng.pick([4, 5, 6, 8, 10, 12, 15]);
  const rate = base / 100;
  const delta = (rate * lift) / 100;
  const variance = rate * (1 - rate);
  const perArm = (2 * Z * variance) / delta ** 2;
  return {
    shown: { base, lift },
    answer: { value: 2 * perArm, relTol: 0.01 },
    wrong: [
      { value: perArm, misconception: 'one-arm-only' },
      { value: (4 * Z * variance) / (lift / 100) ** 2, misconception: 'relative-as-absolute' },
      { value: (4 * 1.96 ** 2 * variance) / delta ** 2, misconception: 'power-left-out' },
    ],
    explained: {
      delta: (100 * delta).toFixed(3),
      perArm: Math.round(perArm).toLocaleString('en-GB'),
      answer: Math.round(2 * perArm).toLocaleString('en-GB'),
    },
  };
}
