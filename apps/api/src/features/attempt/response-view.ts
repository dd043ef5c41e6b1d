import type { Answer } from '@holdout/bank';
import type { ItemRow } from '@holdout/persistence';
import type { Answer as AnswerView, Response } from '../../generated/resolvers';
import { shownItem, type ShownPart } from './item-parts';
import { viewOf } from './kinds/registry';

/** The latest saved answer of an item; null before the first save. */
export function responseView(item: ItemRow): Response | null {
  if (item.revision === null || item.savedAt === null) return null;
  const answer = answerView(shownItem(item), item.answer as Answer);
  return { revision: item.revision, savedAt: item.savedAt, answer };
}

/** Whether the item has another answer than the one that the client has on its screen: `revision`, 0 for none. */
export const isStale = (item: Pick<ItemRow, 'revision'>, revision: number): boolean =>
  (item.revision ?? 0) !== revision;

/** Maps a stored answer to GraphQL. */
export function answerView(part: ShownPart, answer: Answer): AnswerView {
  return viewOf(part.kind).answerView(part, answer);
}
