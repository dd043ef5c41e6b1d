/** Whole weeks, and base rates in tenths of a percent. */
export function make(rng) {
  const daily = 100 * rng.int(20, 300);
  const days = 7 * rng.int(1, 4);
  const base = rng.int(20, 120) / 10;
  const rate = base / 100;
  const perArm = (daily * days) / 2;
  const error = Math.sqrt((2 * rate * (1 - rate)) / perArm);
  const relative = (errors) => (100 * errors * error) / rate;
  const value = relative(2.8);
  return {
    shown: { daily: daily.toLocaleString('en-GB'), days, base },
    answer: { value, relTol: 0.01 },
    wrong: [
      { value: 280 * error, misconception: 'relative-as-absolute' },
      { value: relative(1.96), misconception: 'power-left-out' },
    ],
    explained: {
      perArm: perArm.toLocaleString('en-GB'),
      error: (100 * error).toFixed(3),
      delta: (280 * error).toFixed(2),
      noPower: relative(1.96).toFixed(2),
      answer: value.toFixed(2),
    },
  };
}
