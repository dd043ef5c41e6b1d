import type { Levels } from '@holdout/scoring';
import { areSameLevels } from './marks';

/** What a reviewer holds to be right: their mark, or what they have proposed since. */
export type Position = { readonly reviewerId: string; readonly levels: Levels };

/**
 * Whether levels decide a disagreement. Those of a third reviewer do. Those of one of the two do if the other holds the same
 * to be right; otherwise they are a proposal that waits for the other, or for a third.
 */
export function decides(by: Position, ofTheTwo: readonly Position[]): boolean {
  const others = ofTheTwo.filter(({ reviewerId }) => reviewerId !== by.reviewerId);
  if (others.length === ofTheTwo.length) return true;
  return others.some(({ levels }) => areSameLevels(levels, by.levels));
}
