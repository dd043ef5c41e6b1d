const areApart = (numbers, gap) =>
  numbers.every((each, index) => numbers.slice(0, index).every((other) => Math.abs(other - each) > gap));

/** A large group and a smaller one, with another prevalence and mostly a lower recall. */
export function make(rng) {
  const group = (low, high, rates) => {
    const size = rng.int(low, high);
    const malignant = Math.round(size * rng.real(...rates.prevalence));
    const tp = Math.round(malignant * rng.real(...rates.recall));
    const fp = Math.round((size - malignant) * rng.real(...rates.falseAlarms));
    return { size, malignant, tp, fn: malignant - tp, fp, tn: size - malignant - fp };
  };
  const A = group(600, 1500, { prevalence: [0.12, 0.25], recall: [0.82, 0.95], falseAlarms: [0.08, 0.2] });
  const B = group(180, 450, { prevalence: [0.08, 0.2], recall: [0.6, 0.92], falseAlarms: [0.05, 0.25] });
  const gap = (of) => 100 * (of(A) - of(B));
  const recall = ({ tp, malignant }) => tp / malignant;
  const value = gap(recall);
  const values = [
    gap(({ tp, fp, size }) => (tp + fp) / size),
    gap(({ tp, fp }) => tp / (tp + fp)),
    gap(({ fp, fn, tp, size }) => fp / (size - tp - fn)),
    gap(({ tp, tn, size }) => (tp + tn) / size),
  ];
  if (Math.abs(value) < 2 || !areApart([value, ...values], 0.4)) return make(rng);
  const names = ['parity-for-opportunity', 'precision-for-recall', 'false-positives-for-opportunity', 'accuracy-for-opportunity'];
  const one = (number) => number.toFixed(1);
  return {
    shown: { tpA: A.tp, fnA: A.fn, fpA: A.fp, tnA: A.tn, tpB: B.tp, fnB: B.fn, fpB: B.fp, tnB: B.tn },
    answer: { value, absTol: 0.1 },
    wrong: names.map((misconception, index) => ({ value: values[index], misconception })),
    explained: {
      tprA: one(100 * recall(A)),
      tprB: one(100 * recall(B)),
      parity: one(values[0]),
      precision: one(values[1]),
      falsePositive: one(values[2]),
      accuracy: one(values[3]),
      malignantB: B.malignant,
      error: one(100 * Math.sqrt((recall(B) * (1 - recall(B))) / B.malignant)),
      answer: one(value),
    },
  };
}
