import type { Score } from './score';
import { asOnePoint, totalOf } from './score';
import type { MarkedBy, RecordedScore } from './standing-score';
import { type CountedSubmission, standingScore } from './standing-score';

/**
 * What became of an item. `awaiting`: its points are not all given yet, by a person or by the grading of its code. `withdrawn`:
 * the question turned out to be faulty and counts for nobody.
 */
export type ItemState = 'answered' | 'omitted' | 'notReached' | 'awaiting' | 'withdrawn';

/** The standing points of one item, in the question's own points. */
export type ItemPoints = Score & {
  readonly itemId: string;
  readonly position: number;
  readonly questionVersionId: string;
  readonly sectionId: string | null;
  readonly skills: readonly string[];
  /** What full marks count in the total, relative to the other items. */
  readonly weight: number;
  /** Points, out of `possible`, that are not awarded yet. */
  readonly pending: number;
  readonly state: ItemState;
  /** Null while nothing was scored. */
  readonly markedBy: MarkedBy | null;
};

/** The points of one skill, in the weights of the assessment. */
export type SkillPoints = Score & {
  readonly skill: string;
  readonly pending: number;
  /** The number of items that count for it. */
  readonly items: number;
};

/** The points of an attempt, in the weights of the assessment. */
export type AttemptPoints = Score & {
  readonly pending: number;
  readonly items: readonly ItemPoints[];
  readonly skills: readonly SkillPoints[];
};

/** What is known of an item when its attempt is scored. */
export type ItemToScore = Pick<
  ItemPoints,
  'itemId' | 'position' | 'questionVersionId' | 'sectionId' | 'skills' | 'weight'
> & {
  /** Whether code of it is still being graded. */
  readonly isGrading: boolean;
  readonly isWithdrawn: boolean;
  readonly scores: readonly (RecordedScore & { readonly state: 'answered' | 'omitted' | 'notReached' })[];
};

/**
 * The points of an attempt: of each item the score that counts; of each skill and of the whole the shares of the items by their
 * weights. A withdrawn item counts nowhere. An item with several skills counts fully for each of them.
 */
export function attemptPoints(items: readonly ItemToScore[], counted: CountedSubmission): AttemptPoints {
  const scored = items.map((item) => itemPoints(item, counted));
  const counting = scored.filter(({ state }) => state !== 'withdrawn');
  const skills = [...new Set(counting.flatMap((item) => item.skills))].sort().map((skill) => {
    const ofSkill = counting.filter((item) => item.skills.includes(skill));
    return { skill, items: ofSkill.length, ...weightedPoints(ofSkill) };
  });
  return { ...weightedPoints(counting), items: scored, skills };
}

/** The total of items in their weights; of none, 0 of 0. */
export function weightedPoints(items: readonly ItemPoints[]): Score & { readonly pending: number } {
  const weighted = items.map((item) => ({ earned: asOnePoint(item).earned * item.weight, possible: item.weight }));
  const pending = items.map((item) => asOnePoint({ ...item, earned: item.pending }).earned * item.weight);
  return { ...totalOf(weighted), pending: pending.reduce((sum, each) => sum + each, 0) };
}

/** Without a score the code is still being graded, or grading failed on our side: its points stay pending. */
const UNSCORED = { earned: 0, possible: 1, pending: 1, markedBy: null } as const;

function itemPoints({ scores, isGrading, isWithdrawn, ...item }: ItemToScore, counted: CountedSubmission): ItemPoints {
  const standing = standingScore(scores, counted);
  const { earned, possible, pending, markedBy } = standing ?? UNSCORED;
  const points = isGrading
    ? { earned: 0, possible, pending: possible, markedBy: null }
    : { earned, possible, pending, markedBy };
  return { ...item, ...points, state: stateOf(points.pending, standing?.state, isWithdrawn) };
}

function stateOf(pending: number, scored: ItemState | undefined, isWithdrawn: boolean): ItemState {
  if (isWithdrawn) return 'withdrawn';
  return pending > 0 || scored === undefined ? 'awaiting' : scored;
}
