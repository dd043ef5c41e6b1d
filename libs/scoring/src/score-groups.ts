import type { Score } from './score';
import { totalOf } from './score';

export type Group = { readonly name: string; readonly points: number };
/** How many of a group's cases passed. */
export type GroupTally = { readonly name: string; readonly passed: number; readonly total: number };

/**
 * The points of the groups. A group earns all its points when every one of its cases passed, else none; a group without
 * cases in the report earns none.
 */
export function scoreGroups(groups: readonly Group[], tallies: readonly GroupTally[]): Score {
  const scoreOf = ({ name, points }: Group): Score => {
    const tally = tallies.find((candidate) => candidate.name === name);
    const isEarned = tally !== undefined && tally.total > 0 && tally.passed === tally.total;
    return { earned: isEarned ? points : 0, possible: points };
  };
  return totalOf(groups.map(scoreOf));
}
