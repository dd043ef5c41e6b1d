import type { Score } from './score';

export type ChoiceKey = {
  readonly choose: 'one' | 'many';
  /** Ids of the right options; all of them are always shown. */
  readonly keys: readonly string[];
};

/**
 * `one`: the key alone, or nothing. `many`: each key picked earns 1/keys, each other option picked takes 1/keys away,
 * never below 0, so that picking everything does not pay.
 */
export function scoreChoice({ choose, keys }: ChoiceKey, picked: readonly string[]): Score {
  const distinct = [...new Set(picked)];
  const right = distinct.filter((id) => keys.includes(id)).length;
  const wrong = distinct.length - right;
  if (choose === 'one') return { earned: right === 1 && wrong === 0 ? 1 : 0, possible: 1 };
  return { earned: Math.max(0, right - wrong) / Math.max(1, keys.length), possible: 1 };
}
