import type { Band } from '../proportion-band';
import { wilson, Z_50, Z_95 } from '../wilson';
import type { ErrorScale } from '../classical/form-statistics';
import type { ResponseState } from '../classical/item-sums';
import { effectiveItems } from './effective-items';

/**
 * Points in one item. `pending`: points of `possible` that are not marked yet. Withdrawn items, and those without possible points or
 * weight, do not count. Rows of a stored score (`ItemPoints` of libs/scoring) fit as they are.
 */
export type MeasuredItem = {
  readonly earned: number;
  readonly possible: number;
  readonly pending: number;
  readonly weight: number;
  readonly state?: ResponseState;
};

/**
 * Which standard error a band has. `alpha`: conditional on the score, and of the size that coefficient alpha of at least 30 persons
 * with the same form gives (Lord and Keats). `lord`: from the person's own items alone, the binomial bound.
 */
export type ErrorMethod = 'alpha' | 'lord';

/** A score of 100 with its 95 % and 50 % interval. */
export type ScoreBand = Band & {
  readonly kind: 'score';
  readonly method: ErrorMethod;
  /** The persons behind the error by `alpha`; null by `lord`. */
  readonly group: number | null;
  /** Half the width of the 95 % interval, divided by 1.96. Never 0. */
  readonly standardError: number;
  /** The items that count. */
  readonly items: number;
  /** Items of one weight, right or wrong, whose binomial error is this large. The band is the Wilson interval for them. */
  readonly effectiveItems: number;
  /** Fewer than five items: the words say that the band is wide because of it. */
  readonly isFewItems: boolean;
  /** Items with marks missing. */
  readonly pendingItems: number;
  /** Marks are missing. The value is then the share of the points that are marked, and the band includes both bounds. */
  readonly isProvisional: boolean;
  /** The score if all that is pending earned nothing, and if it earned everything. */
  readonly bounds: { readonly low: number; readonly high: number };
};

/** There is no figure: no item counts (`noItems`, for example all of a skill are withdrawn), or nothing is marked yet. */
export type NoScore = { readonly kind: 'noScore'; readonly reason: 'noItems' | 'allPending' };

export const FEW_ITEMS = 5;

/**
 * The score of one person over these items, of 100, with its error. `scale` is `errorScale` of the form's statistics; null if fewer
 * than 30 persons share the form, or for items of which that is not known.
 *
 * At a true share p, k effective items have the error variance f p(1 - p)/k, where f = 1 is the binomial bound of F. M. Lord
 * (Educational and Psychological Measurement 15 (1955), 325-336) and f from the group is the correction of J. A. Keats (Educational
 * and Psychological Measurement 17 (1957), 238-245). The band contains the true shares whose error explains the observed one, which
 * is the Wilson score interval for k/f trials. Therefore it is never of width 0, not even with all points or none, and never
 * leaves 0 to 100. Partial credit has at most the variance of right-or-wrong with the same mean (R. Bhatia and C. Davis, American
 * Mathematical Monthly 107 (2000), 353-357), so the bound holds for items of any maximum. Weights count by Kish's effective number.
 */
export function scoreBand(items: readonly MeasuredItem[], scale: ErrorScale | null): ScoreBand | NoScore {
  const counted = items.filter(isCounted);
  if (counted.length === 0) return { kind: 'noScore', reason: 'noItems' };
  const all = sumBy(counted, ({ weight }) => weight);
  const earned = sumBy(counted, (item) => item.weight * shareIn(item.earned, item));
  const pending = sumBy(counted, (item) => item.weight * shareIn(item.pending, item));
  if (all - pending <= 1e-9 * all) return { kind: 'noScore', reason: 'allPending' };
  return bandOf({
    share: wholeShare(earned / (all - pending)),
    low: wholeShare(earned / all),
    high: wholeShare((earned + pending) / all),
    items: counted,
    // The reliability of a form is not that of the marked part of it.
    scale: pending > 0 ? null : scale,
  });
}

type Measured = {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly items: readonly MeasuredItem[];
  readonly scale: ErrorScale | null;
};

function bandOf({ share, items, scale, ...bounds }: Measured): ScoreBand {
  const marked = items.map((item) => item.weight * (1 - shareIn(item.pending, item)));
  const trials = effectiveItems(marked) / (scale?.factor ?? 1);
  const pendingItems = items.filter(({ pending }) => pending > 0).length;
  const [low, high] = interval(Z_95);
  const [innerLow, innerHigh] = interval(Z_50);
  return {
    kind: 'score',
    value: 100 * share,
    low,
    high,
    innerLow,
    innerHigh,
    method: scale === null ? 'lord' : 'alpha',
    group: scale?.n ?? null,
    standardError: (high - low) / (2 * Z_95),
    items: items.length,
    effectiveItems: trials,
    isFewItems: items.length < FEW_ITEMS,
    pendingItems,
    isProvisional: pendingItems > 0,
    bounds: { low: 100 * bounds.low, high: 100 * bounds.high },
  };

  function interval(z: number): readonly [number, number] {
    return [100 * wilson(bounds.low, trials, z)[0], 100 * wilson(bounds.high, trials, z)[1]];
  }
}

const isCounted = ({ possible, weight, state }: MeasuredItem): boolean =>
  possible > 0 && weight > 0 && state !== 'withdrawn';

/**
 * The conditional standard error of measurement at an observed share (0 to 1) of `items` effective items, as a share:
 * sqrt(factor x (1 - x) / (items - 1)), Lord's with factor 1, Keats's with the factor of the form. Null with one item or fewer,
 * and at 0 and 1, where the formula gives 0 although the error is not.
 */
export function conditionalError(share: number, items: number, factor = 1): number | null {
  if (items <= 1 || share <= 0 || share >= 1) return null;
  return Math.sqrt((factor * share * (1 - share)) / (items - 1));
}

/** Sums of weighted shares miss 1 by their last bits. */
const wholeShare = (share: number): number => (share > 1 - 1e-12 ? 1 : share);

const shareIn = (points: number, { possible }: MeasuredItem): number => Math.max(0, Math.min(1, points / possible));

const sumBy = <T>(items: readonly T[], valueOf: (item: T) => number): number =>
  items.reduce((total, item) => total + valueOf(item), 0);
