import type { CountedSubmission } from '@holdout/assessment';
import type { Score } from './score';

/** Who gave the points: the key or a grading, the person themselves, a reviewer, or a scoring again after a correction. */
export type MarkedBy = 'key' | 'self' | 'reviewer' | 'rescore';

/** One of the scores that an item has had. `pending` are possible points that wait for a person. */
export type RecordedScore = Score & {
  readonly pending: number;
  readonly markedBy: MarkedBy;
  readonly scoredAt: Date;
};

/**
 * Gives the score of an item that stands, of all that were recorded for it; null for none. Fewest pending points come
 * first; then the newest that a person or a scoring again has given; then, among those by the key, the last, or the one
 * with the largest share of its points (the earliest of equal ones).
 */
export function standingScore<S extends RecordedScore>(scores: readonly S[], counted: CountedSubmission): S | null {
  return [...scores].sort((a, b) => a.pending - b.pending || byMarker(a, b) || byKey(a, b, counted))[0] ?? null;
}

function byMarker(a: RecordedScore, b: RecordedScore): number {
  const isByKey = (score: RecordedScore): number => Number(score.markedBy === 'key');
  return isByKey(a) - isByKey(b) || (isByKey(a) === 0 ? newestFirst(a, b) : 0);
}

function byKey(a: RecordedScore, b: RecordedScore, counted: CountedSubmission): number {
  if (counted === 'last') return newestFirst(a, b);
  return b.earned / b.possible - a.earned / a.possible || -newestFirst(a, b);
}

const newestFirst = (a: RecordedScore, b: RecordedScore): number => b.scoredAt.getTime() - a.scoredAt.getTime();
