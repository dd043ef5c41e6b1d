import type { Score } from './score';
import { totalOf } from './score';

export type Group = { readonly name: string; readonly points: number };
/** How many of a group's cases passed. */
export type GroupResult = { readonly name: string; readonly passed: number; readonly total: number };

/** A group is worth all its points or none: it is earned only when every one of its cases passed. */
export function scoreGroups(groups: readonly Group[], results: readonly GroupResult[]): Score {
  const scoreOf = ({ name, points }: Group): Score => {
    const result = results.find((candidate) => candidate.name === name);
    const isEarned = result !== undefined && result.total > 0 && result.passed === result.total;
    return { earned: isEarned ? points : 0, possible: points };
  };
  return totalOf(groups.map(scoreOf));
}
