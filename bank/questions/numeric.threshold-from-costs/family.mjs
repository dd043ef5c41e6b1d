/** Costs of the two errors in whole euros, far enough apart that odds and probabilities differ. */
export function make(rng) {
  const falseAlarm = rng.int(3, 60);
  const miss = falseAlarm * rng.int(2, 7) + rng.int(1, falseAlarm);
  const value = falseAlarm / (falseAlarm + miss);
  return {
    shown: { falseAlarm, miss },
    answer: { value, absTol: 0.001 },
    wrong: [
      { value: miss / (falseAlarm + miss), misconception: 'inverse-cost-ratio' },
      { value: 0.5, misconception: 'half-is-the-threshold' },
      { value: falseAlarm / miss, misconception: 'odds-as-probability' },
    ],
    explained: { sum: falseAlarm + miss, answer: value.toFixed(3) },
  };
}
