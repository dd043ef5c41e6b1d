const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** A call of some hundred words with enough insertions and deletions that every divisor gives another rate. */
export function make(rng) {
  const words = rng.int(150, 900);
  const part = (low, high) => Math.round(words * rng.real(low, high));
  const [substituted, deleted, inserted] = [part(0.03, 0.14), part(0.01, 0.08), part(0.03, 0.14)];
  const errors = substituted + deleted + inserted;
  const transcript = words - deleted + inserted;
  const alignment = words + inserted;
  const value = (100 * errors) / words;
  const values = [
    (100 * errors) / transcript,
    (100 * errors) / alignment,
    (100 * (substituted + deleted)) / words,
    100 - value,
  ];
  if (!areApart([value, ...values], 0.25)) return make(rng);
  const names = ['divides-by-the-transcript', 'divides-by-the-alignment', 'insertions-cost-nothing', 'accuracy-for-error'];
  const one = (number) => number.toFixed(1);
  return {
    shown: { words, substituted, deleted, inserted },
    answer: { value, absTol: 0.1 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      errors,
      transcript,
      alignment,
      byTranscript: one(values[0]),
      byAlignment: one(values[1]),
      noInsertions: one(values[2]),
      accuracy: one(values[3]),
      answer: one(value),
    },
  };
}
