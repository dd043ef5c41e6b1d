/** A number to copy. Two digits before and two after the point, so that 500 draws differ. */
export function make(rng) {
  const cents = rng.int(1001, 9999);
  return {
    shown: { number: (cents / 100).toFixed(2) },
    answer: { value: cents / 100, absTol: 0.001 },
    wrong: [{ value: cents, misconception: 'reads-past-the-task' }],
    explained: {},
  };
}
