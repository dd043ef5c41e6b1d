/** The q-quantile of the numbers, with linear interpolation. */
export function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/** The median of the numbers. */
export const median = (numbers) => quantile(numbers, 0.5);

/** Text with the median, the range of eight in ten of the numbers, and n. */
export function spread(numbers, unit, digits = 0) {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((q) => quantile(numbers, q).toFixed(digits));
  return `median ${middle} ${unit} (8 in 10 from ${low} to ${high}, n = ${numbers.length})`;
}

const REDRAWS = 2000;

/**
 * Text with the 95 % interval of the ratio of medians when both samples are resampled with replacement: the
 * percentile bootstrap (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 */
export function ratioInterval(ours, theirs) {
  const redrawn = (numbers) => numbers.map(() => numbers[Math.floor(Math.random() * numbers.length)]);
  const ratios = Array.from({ length: REDRAWS }, () => median(redrawn(ours)) / median(redrawn(theirs)));
  const [low, high] = [0.025, 0.975].map((q) => quantile(ratios, q).toFixed(3));
  return `95 % interval of the ratio ${low} to ${high}`;
}
