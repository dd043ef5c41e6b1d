import type { Score } from './score';
import { totalOf } from './score';

export type Group = { readonly name: string; readonly points: number };
/** How many of a group's cases passed. */
export type GroupTally = { readonly name: string; readonly passed: number; readonly total: number };

/** A group is worth all its points or none: it is earned only when every one of its cases passed. */
export function scoreGroups(groups: readonly Group[], tallies: readonly GroupTally[]): Score {
  const scoreOf = ({ name, points }: Group): Score => {
    const tally = tallies.find((candidate) => candidate.name === name);
    const isEarned = tally !== undefined && tally.total > 0 && tally.passed === tally.total;
    return { earned: isEarned ? points : 0, possible: points };
  };
  return totalOf(groups.map(scoreOf));
}
