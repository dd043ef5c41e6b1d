import type { Score } from './score';
import { totalOf } from './score';

export type RubricCriterion = {
  readonly id: string;
  readonly weight: number;
  /** The highest level; levels count from 0. */
  readonly top: number;
};

/** Level by criterion id. */
export type Levels = Readonly<Record<string, number>>;

/** The sum of weight × level over the criteria, of the sum of weight × top level. A criterion without a level earns 0. */
export function scoreRubric(rubric: readonly RubricCriterion[], levels: Levels): Score {
  return totalOf(
    rubric.map(({ id, weight, top }) => ({ earned: weight * levelOf(levels, id), possible: weight * top })),
  );
}

/** Whether every criterion has a whole level from 0 to its top, and no other key is present. */
export function isMarkedWhole(rubric: readonly RubricCriterion[], levels: Levels): boolean {
  const isKnown = ({ id, top }: RubricCriterion): boolean => {
    const level = Object.hasOwn(levels, id) ? levels[id] : undefined;
    return level !== undefined && Number.isInteger(level) && level >= 0 && level <= top;
  };
  return rubric.every(isKnown) && Object.keys(levels).length === rubric.length;
}

function levelOf(levels: Levels, id: string): number {
  return Object.hasOwn(levels, id) ? (levels[id] ?? 0) : 0;
}
