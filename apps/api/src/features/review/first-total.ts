import { type FirstTotal, policyOf } from '@holdout/assessment';
import {
  AttemptRepository,
  type AttemptRow,
  type Database,
  ReviewPlanRepository,
  ScoreRepository,
} from '@holdout/persistence';
import { standingScore, weightedTotal } from '@holdout/scoring';
import { type MarkedAnswer, pointsWith } from './marked-answer';

/** The total of an attempt by the first marks of its answers; null while one is missing, or code is still being graded. */
export async function firstTotal(
  tx: Database,
  attempt: AttemptRow,
  answers: readonly MarkedAnswer[],
): Promise<FirstTotal> {
  if (attempt.assessmentVersionId === null) return null;
  const marked = new Map(answers.map((answer) => [answer.item.id, answer]));
  const items = await tx.repo(AttemptRepository).listItems([attempt.id]);
  const scores = Map.groupBy(await tx.repo(ScoreRepository).list(items.map(({ id }) => id)), ({ itemId }) => itemId);
  const { countedSubmission } = policyOf(attempt);
  const scored = items.map(({ id, sectionId, weight }) => {
    const answer = marked.get(id);
    const place = { sectionId: sectionId ?? '', weight };
    if (answer !== undefined) {
      return answer.first === null ? null : { ...place, score: pointsWith(answer, answer.first), pending: 0 };
    }
    const standing = standingScore(scores.get(id) ?? [], countedSubmission);
    return standing === null || standing.pending > 0 ? null : { ...place, score: standing, pending: 0 };
  });
  const known = scored.filter((item) => item !== null);
  if (known.length < scored.length) return null;
  const { earned, possible } = weightedTotal(known);
  const passLine = await tx.repo(ReviewPlanRepository).findPassLine(attempt.assessmentVersionId);
  return { share: possible > 0 ? earned / possible : 0, passLine };
}
