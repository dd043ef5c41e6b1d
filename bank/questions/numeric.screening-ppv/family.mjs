/** A screening test in whole percents, so that 10,000 people fall into whole groups. */
export function make(rng) {
  const prevalence = rng.pick([1, 2, 3, 4, 5, 6, 8, 10]);
  const sensitivity = rng.int(80, 98);
  const drawn = rng.int(85, 98);
  const specificity = drawn === sensitivity ? drawn + 1 : drawn;
  const flaggedIll = prevalence * sensitivity;
  const flaggedWell = (100 - prevalence) * (100 - specificity);
  const flagged = flaggedIll + flaggedWell;
  const value = (100 * flaggedIll) / flagged;
  return {
    shown: { prevalence, sensitivity, specificity },
    answer: { value, absTol: 0.1 },
    wrong: [
      { value: sensitivity, misconception: 'transposed-conditional' },
      { value: prevalence, misconception: 'ignores-evidence' },
      { value: (100 * sensitivity) / (sensitivity + 100 - specificity), misconception: 'base-rate-neglect' },
      { value: flagged / 100, misconception: 'denominator-for-ratio' },
    ],
    explained: {
      ill: 100 * prevalence,
      well: 100 * (100 - prevalence),
      flaggedIll,
      flaggedWell,
      flagged,
      answer: value.toFixed(1),
    },
  };
}
