import type { Score } from './score';

/** Which of several submissions to one item gives its score. */
export type CountedSubmission = 'best' | 'last';

/** Who gave the points: the answer key or a grading, the candidate, a reviewer, or a rescore after a correction. */
export type MarkedBy = 'key' | 'self' | 'reviewer' | 'rescore';

/** One of the scores recorded for an item. `pending` is the number of possible points that a person still has to mark. */
export type RecordedScore = Score & {
  readonly pending: number;
  readonly markedBy: MarkedBy;
  readonly scoredAt: Date;
};

/**
 * The score that counts for an item, of all that were recorded for it; null if there are none. A rescore replaces all scores
 * before it: they are of another answer or another key. Of the rest, fewer pending points win;
 * then the newest score by a person or a rescore; then, among those by the key, the newest (`last`) or the one with the
 * largest share of its points, the earliest of equals (`best`).
 */
export function standingScore<S extends RecordedScore>(scores: readonly S[], counted: CountedSubmission): S | null {
  return (
    sinceRescore(scores).sort((a, b) => a.pending - b.pending || byMarker(a, b) || byKey(a, b, counted))[0] ?? null
  );
}

function sinceRescore<S extends RecordedScore>(scores: readonly S[]): S[] {
  const times = scores.filter(({ markedBy }) => markedBy === 'rescore').map(({ scoredAt }) => scoredAt.getTime());
  const isAfter = ({ scoredAt, markedBy }: S, time: number) =>
    scoredAt.getTime() > time || (scoredAt.getTime() === time && markedBy !== 'key');
  return scores.filter((score) => times.every((time) => isAfter(score, time)));
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
