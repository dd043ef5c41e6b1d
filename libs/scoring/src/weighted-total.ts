import type { Score } from './score';
import { asOnePoint, totalOf } from './score';

/** One item of an assessment: its score, and what full marks count. */
export type WeightedItem = {
  readonly sectionId: string;
  readonly weight: number;
  readonly score: Score;
  /** Points, out of `score.possible`, that are not awarded yet. */
  readonly pending: number;
};

export type WeightedTotal = Score & { readonly pending: number };
export type SectionTotal = WeightedTotal & { readonly sectionId: string; readonly items: number };

/** The total of items in their weights: a question of ten points counts as much as one of one point with the same weight. */
export function weightedTotal(items: readonly WeightedItem[]): WeightedTotal {
  const weighted = items.map(({ weight, score }) => ({ earned: asOnePoint(score).earned * weight, possible: weight }));
  const pending = items.reduce((sum, { weight, score, pending: open }) => sum + shareOf(open, score) * weight, 0);
  return { ...totalOf(weighted), pending };
}

/** The totals of the sections, in the order in which the items have them. */
export function totalsBySection(items: readonly WeightedItem[]): readonly SectionTotal[] {
  const bySection = Map.groupBy(items, ({ sectionId }) => sectionId);
  return [...bySection].map(([sectionId, ofSection]) => ({
    sectionId,
    items: ofSection.length,
    ...weightedTotal(ofSection),
  }));
}

const shareOf = (pending: number, { possible }: Score): number => (possible > 0 ? pending / possible : 0);
