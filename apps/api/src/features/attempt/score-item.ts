import { type Answer, kindOf, type ScoredAnswer } from '@holdout/bank';
import type { WholePart } from './item-parts';

/** Scores a saved answer against the key; an empty answer earns 0. Code is scored by its submissions. */
export function scoreItem(item: WholePart, answer: Answer | null): ScoredAnswer {
  const kind = kindOf(item.kind);
  if (answer === null || kind.isEmpty(answer)) {
    return { earned: 0, possible: kind.possible(item), pending: 0, misconceptions: [], raw: {} };
  }
  return kind.score(item, answer);
}
