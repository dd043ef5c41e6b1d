/**
 * Times until there are data: the time of a person for a question is log-normal (van der Linden, 2006) with the stated
 * minutes as its median. Both spreads are assumptions, in standard deviations of the logarithm: that of a question around
 * the person's own pace, and that of paces between people.
 */
export const TIME_SPREAD = { question: 0.4, pace: 0.25 } as const;

/** The standard normal quantile of 0.8. */
const Z_80 = 0.8416212335729143;

/**
 * Questions whose times add up: `count` drawn without replacement from `size` questions, by the sum and the sum of squares of
 * their minutes.
 */
export type Timed = {
  readonly count: number;
  readonly size: number;
  readonly minutes: number;
  readonly squares: number;
};

export type Minutes = { readonly median: number; readonly p80: number };

/**
 * Median and 80th percentile over people of the total time. The sum of log-normal times is approximated by a log-normal
 * with the same mean and variance (Fenton, 1960), whose variance includes that of the draw. The pace of a person multiplies
 * all times of that person, so its variance does not average out.
 */
export function minutesOf(parts: readonly Timed[]): Minutes {
  const spread2 = TIME_SPREAD.question ** 2;
  const sums = parts.map(sumsOf);
  const mean = sum(sums.map((each) => each.mean));
  if (mean === 0) return { median: 0, p80: 0 };
  const ofTimes = (Math.exp(spread2) - 1) * sum(sums.map((each) => each.squares));
  const relative = (ofTimes + sum(sums.map((each) => each.variance))) / mean ** 2;
  const log2 = Math.log1p(relative);
  const median = mean * Math.exp((spread2 - log2) / 2);
  return { median, p80: median * Math.exp(Z_80 * Math.sqrt(log2 + TIME_SPREAD.pace ** 2)) };
}

/** Of the sum of medians: its mean, its variance over draws, and the mean sum of squares. */
function sumsOf({ count, size: n, ...sums }: Timed): { mean: number; variance: number; squares: number } {
  if (n === 0 || count === 0) return { mean: 0, variance: 0, squares: 0 };
  const drawn = Math.min(count, n);
  const average = sums.minutes / n;
  const square = sums.squares / n;
  const variance = n === 1 ? 0 : ((square - average ** 2) * drawn * (n - drawn)) / (n - 1);
  return { mean: drawn * average, variance: Math.max(0, variance), squares: drawn * square };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
