import fQuantile from '@stdlib/stats-base-dists-f-quantile';
import { type Figure, MINIMUM_N, noVariance, ROUNDING, tooFew } from '../figure';
import { meanSquaresOf, type MeanSquares } from './mean-squares';

/**
 * Intraclass correlations by the names of Shrout and Fleiss. The first number is the model: 1, each answer has other reviewers; 2, the same
 * reviewers for all, a sample of those who might mark, so that severity counts as error; 3, these reviewers only, severity left
 * out. `Single`: of one mark. `Mean`: of the mean of all marks of an answer.
 */
export type IntraclassCorrelations = {
  readonly icc1Single: Figure;
  readonly icc2Single: Figure;
  readonly icc3Single: Figure;
  readonly icc1Mean: Figure;
  readonly icc2Mean: Figure;
  readonly icc3Mean: Figure;
};

/**
 * The six intraclass correlations of a complete table, answers × reviewers, with their F intervals: P. E. Shrout and J. L. Fleiss,
 * Psychological Bulletin 86 (1979), 420-428. Needs 10 answers and two reviewers; no variance if the answers have equal
 * means. With full agreement the intervals are those of a table in which one mark differs by the smallest difference between
 * marks. A RangeError if a row is incomplete: for missing marks use `krippendorffAlpha`.
 */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
  needed: number = MINIMUM_N.raters,
): IntraclassCorrelations {
  const n = table.length;
  const raters = table[0]?.length ?? 0;
  if (n < Math.max(2, needed)) return all(tooFew(n, needed));
  if (raters < 2) return all(tooFew(raters, 2));
  if (table.some((row) => row.length !== raters)) throw new RangeError('Every answer needs a mark by every reviewer.');
  const squares = meanSquaresOf(table);
  if (squares.between < ROUNDING) return all(noVariance(n));
  return correlationsOf(squares);
}

function correlationsOf(squares: MeanSquares): IntraclassCorrelations {
  const { n, k, between, within, judges, error } = squares;
  const spread = (n * between + k * judges + (k * n - k - n) * error) / n;
  const floored = { ...squares, within: Math.max(within, squares.floor), error: Math.max(error, squares.floor) };
  const oneWay = interval(floored.between / floored.within, n - 1, n * (k - 1));
  const fixed = interval(floored.between / floored.error, n - 1, (n - 1) * (k - 1));
  const random = randomInterval(floored, (floored.between - floored.error) / spread);
  const single = (f: number): number => (f - 1) / (f + k - 1);
  const mean = (f: number): number => 1 - 1 / f;
  const lengthened = (one: number): number => (k * one) / (1 + (k - 1) * one);
  const figure = (value: number, [low, high]: Pair): Figure => estimate(value, low, high, n);
  return {
    icc1Single: figure((between - within) / (between + (k - 1) * within), mapped(oneWay, single)),
    icc2Single: figure((between - error) / spread, random),
    icc3Single: figure((between - error) / (between + (k - 1) * error), mapped(fixed, single)),
    icc1Mean: figure((between - within) / between, mapped(oneWay, mean)),
    icc2Mean: figure((between - error) / (between + (judges - error) / n), mapped(random, lengthened)),
    icc3Mean: figure((between - error) / between, mapped(fixed, mean)),
  };
}

type Pair = readonly [number, number];

const mapped = ([low, high]: Pair, change: (end: number) => number): Pair => [change(low), change(high)];

const estimate = (value: number, low: number, high: number, n: number): Figure => ({
  kind: 'estimate',
  value,
  low: Math.min(value, low),
  high: Math.min(1, Math.max(value, high)),
  n,
});

const all = (figure: Figure): IntraclassCorrelations => ({
  icc1Single: figure,
  icc2Single: figure,
  icc3Single: figure,
  icc1Mean: figure,
  icc2Mean: figure,
  icc3Mean: figure,
});

/** The 95 % interval of the ratio of mean squares. */
const interval = (f: number, numerator: number, denominator: number): Pair => [
  f / fQuantile(0.975, numerator, denominator),
  f * fQuantile(0.975, denominator, numerator),
];

/** Of ICC(2,1), with Satterthwaite's degrees of freedom. */
function randomInterval({ n, k, between, judges, error }: MeanSquares, icc: number): Pair {
  const ratio = judges / error;
  const others = n * (1 + (k - 1) * icc) - k * icc;
  const freedom =
    ((k - 1) * (n - 1) * (k * icc * ratio + others) ** 2) / ((n - 1) * (k * icc * ratio) ** 2 + others ** 2);
  const rest = k * judges + (k * n - k - n) * error;
  const low = fQuantile(0.975, n - 1, freedom);
  const high = fQuantile(0.975, freedom, n - 1);
  return [
    (n * (between - low * error)) / (low * rest + n * between),
    (n * (high * between - error)) / (rest + n * high * between),
  ];
}
