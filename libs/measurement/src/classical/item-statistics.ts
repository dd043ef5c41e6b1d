import { type Figure, MINIMUM_N, tooFew } from '../figure';
import { wilson, Z_95 } from '../wilson';
import { correlation } from './correlation';
import type { FormItem, ItemSums, OneItemSums } from './item-sums';

/** Statistics of one item over all persons who were given it. Shares from 0 to 1. */
export type ItemStatistics = FormItem & {
  /** Mean share of the points, over those who reached it, with a Wilson interval (conservative for partial credit). */
  readonly facility: Figure;
  /** Correlation with the person's share of points in all other items, over those who reached it. */
  readonly itemRest: Figure;
  readonly omitted: Figure;
  readonly notReached: Figure;
  /** Persons who were given the item and have points in it. */
  readonly presented: number;
  readonly reached: number;
};

/**
 * Facility, corrected item-rest correlation, omitted and not-reached shares of every item, in the order of the sums. The
 * correlation leaves the item out of the total that it is compared with (F. M. Lord and M. R. Novick, Statistical Theories of
 * Mental Test Scores, 1968, chapter 15). Facility and shares need 10 persons, the correlation 30.
 */
export function itemStatistics(sums: ItemSums): readonly ItemStatistics[] {
  return sums.items.map((item, column) => {
    const one = sums.perItem[column];
    if (one === undefined) throw new RangeError('No sums of this item.');
    return { ...item, ...figuresOf(one) };
  });
}

function figuresOf(one: OneItemSums): Omit<ItemStatistics, keyof FormItem> {
  const { presented, reached } = one;
  return {
    facility: shareFigure(one.x, reached, MINIMUM_N.facility),
    itemRest: correlation({
      n: one.withRest,
      x: one.restX,
      xx: one.restXx,
      y: one.r,
      yy: one.rr,
      xy: one.xr,
    }),
    omitted: shareFigure(one.omitted, presented, MINIMUM_N.facility),
    notReached: shareFigure(one.notReached, presented, MINIMUM_N.facility),
    presented,
    reached,
  };
}

/** The share `sum / n` with its Wilson interval; too few below `needed`. */
export function shareFigure(sum: number, n: number, needed: number): Figure {
  if (n < Math.max(1, needed)) return tooFew(n, needed);
  const value = Math.max(0, Math.min(1, sum / n));
  const [low, high] = wilson(value, n, Z_95);
  return { kind: 'estimate', value, low, high, n };
}
