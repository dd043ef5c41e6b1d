import { type Answer, kindOf, type ScoredAnswer } from '@holdout/bank';
import type { WholePart } from './item-parts';

/** The score of an answer that was saved, by the key; nothing for an empty one. Code is scored by its submissions. */
export function scoreItem(item: WholePart, answer: Answer | null): ScoredAnswer {
  const kind = kindOf(item.kind);
  if (answer === null || kind.isEmpty(answer)) {
    return { earned: 0, possible: kind.possible(item), pending: 0, misconceptions: [], raw: {} };
  }
  return kind.score(item, answer);
}
