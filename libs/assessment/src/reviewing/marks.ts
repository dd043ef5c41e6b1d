import type { Levels } from '@holdout/scoring';

/** Marks that lie this many levels apart on a criterion are a disagreement. */
export const LEVELS_APART = 2;

/** The criteria on which two marks disagree, in the order of the first mark. */
export function criteriaApart(first: Levels, second: Levels): readonly string[] {
  return Object.keys(first).filter((id) => Math.abs((first[id] ?? 0) - (second[id] ?? 0)) >= LEVELS_APART);
}

/** The mean of two marks, criterion by criterion; it may be between two levels. */
export function meanLevels(first: Levels, second: Levels): Levels {
  return Object.fromEntries(Object.entries(first).map(([id, level]) => [id, (level + (second[id] ?? level)) / 2]));
}

/** Whether two marks have the same level on every criterion. */
export function areSameLevels(first: Levels, second: Levels): boolean {
  const ids = Object.keys(first);
  return ids.length === Object.keys(second).length && ids.every((id) => first[id] === second[id]);
}
