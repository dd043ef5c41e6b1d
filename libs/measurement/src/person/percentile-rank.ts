import { MINIMUM_N, type TooFew, tooFew } from '../figure';
import { wilson, Z_95 } from '../wilson';
import type { ScoreBand } from './score-band';

/** Scores of the persons in one form, ascending. */
export type NormGroup = { readonly scores: Float64Array };

/** The share of the group below the person (of 100), those with the same score counted half, with 95 % intervals. */
export type PercentileRank = {
  readonly kind: 'percentile';
  readonly value: number;
  /** From the group's size and from the error of the person's own score. */
  readonly low: number;
  readonly high: number;
  /** From the group's size alone: how much the percentile of exactly this score would differ in another group like this one. */
  readonly sampling: { readonly low: number; readonly high: number };
  readonly n: number;
};

/** A norm group from scores in any order, of one form. */
export function normGroupOf(scores: Iterable<number>): NormGroup {
  return { scores: Float64Array.from(scores).sort() };
}

/**
 * The percentile rank of a score in a norm group of at least 30; too few otherwise. Ties count half (P. W. Holland and D. T. Thayer's
 * mid-percentile, as in M. J. Kolen and R. L. Brennan, Test Equating, Scaling, and Linking, section 2.5.1). The sampling interval
 * is Wilson's for the share; the whole interval goes from the low end of the sampling interval at the low end of the
 * person's band to the high end at the high end of the band.
 */
export function percentileRank(band: ScoreBand, { scores }: NormGroup): PercentileRank | TooFew {
  const n = scores.length;
  if (n < MINIMUM_N.percentile) return tooFew(n, MINIMUM_N.percentile);
  const share = (score: number): number => (countBelow(scores, score) + countBelow(scores, nextAbove(score))) / (2 * n);
  const ends = (score: number): readonly [number, number] => wilson(share(score), n, Z_95);
  const [samplingLow, samplingHigh] = ends(band.value);
  return {
    kind: 'percentile',
    value: 100 * share(band.value),
    low: 100 * Math.min(samplingLow, ends(band.low)[0]),
    high: 100 * Math.max(samplingHigh, ends(band.high)[1]),
    sampling: { low: 100 * samplingLow, high: 100 * samplingHigh },
    n,
  };
}

/** Scores closer than this are the same: sums of shares differ in their last bits. */
const TIE = 1e-9;
const nextAbove = (score: number): number => score + 2 * TIE;

function countBelow(ascending: Float64Array, score: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 0) < score - TIE) from = middle + 1;
    else to = middle;
  }
  return from;
}
