import type { Score } from './score';

export type ChoiceKey = {
  readonly choose: 'one' | 'many';
  /** Ids of the correct options; every attempt shows all of them. */
  readonly keys: readonly string[];
};

/**
 * The score of a choice, of one point. `one`: the point for the key alone, else 0. `many`: each key picked adds 1/keys and
 * each other option picked subtracts 1/keys, never below 0, so that picking every option earns nothing.
 */
export function scoreChoice({ choose, keys }: ChoiceKey, picked: readonly string[]): Score {
  const distinct = [...new Set(picked)];
  const right = distinct.filter((id) => keys.includes(id)).length;
  const wrong = distinct.length - right;
  if (choose === 'one') return { earned: right === 1 && wrong === 0 ? 1 : 0, possible: 1 };
  return { earned: Math.max(0, right - wrong) / Math.max(1, keys.length), possible: 1 };
}
