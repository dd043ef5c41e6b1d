/** Gives the q-quantile of the numbers, between neighbours by proportion. */
export function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/** Gives the middle of the numbers. */
export const median = (numbers) => quantile(numbers, 0.5);

/** Says the middle of the numbers, how far eight in ten of them spread, and how many there are. */
export function spread(numbers, unit, digits = 0) {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((q) => quantile(numbers, q).toFixed(digits));
  return `median ${middle} ${unit} (8 in 10 from ${low} to ${high}, n = ${numbers.length})`;
}

const REDRAWS = 2000;

/**
 * Says within which two bounds 95 in 100 ratios of medians lie, when both samples are redrawn with replacement: the
 * percentile bootstrap (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 */
export function ratioInterval(ours, theirs) {
  const redrawn = (numbers) => numbers.map(() => numbers[Math.floor(Math.random() * numbers.length)]);
  const ratios = Array.from({ length: REDRAWS }, () => median(redrawn(ours)) / median(redrawn(theirs)));
  const [low, high] = [0.025, 0.975].map((q) => quantile(ratios, q).toFixed(3));
  return `95 % interval of the ratio ${low} to ${high}`;
}
