/** Points earned of the points there were. */
export type Score = { readonly earned: number; readonly possible: number };

/** The sum of scores, point by point. */
export function totalOf(scores: readonly Score[]): Score {
  return {
    earned: scores.reduce((sum, score) => sum + score.earned, 0),
    possible: scores.reduce((sum, score) => sum + score.possible, 0),
  };
}

/** A score as a share of one point, so that a question of ten groups weighs no more than one of three options. */
export function asOnePoint(score: Score): Score {
  return { earned: score.possible > 0 ? score.earned / score.possible : 0, possible: 1 };
}
