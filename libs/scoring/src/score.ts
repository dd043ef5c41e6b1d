/** Points earned, of the points possible. */
export type Score = { readonly earned: number; readonly possible: number };

/** The sum of the earned and of the possible points. */
export function totalOf(scores: readonly Score[]): Score {
  return {
    earned: scores.reduce((sum, score) => sum + score.earned, 0),
    possible: scores.reduce((sum, score) => sum + score.possible, 0),
  };
}

/** A score scaled to one possible point, so that a question of ten points weighs as much as one of one point. */
export function asOnePoint(score: Score): Score {
  return { earned: score.possible > 0 ? score.earned / score.possible : 0, possible: 1 };
}
