import type { AttemptRow } from '@holdout/persistence';
import { policyOf } from '@holdout/assessment';
import { asOnePoint, standingScore, totalOf, totalsBySkill } from '@holdout/scoring';
import type { AttemptScore, Skill } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { skillsOfVersion } from '../question-bank/question-bank.loader';
import { itemsOfAttempt, scoresOfItem } from './attempt.loader';

/** The score of an attempt. Each item is worth one point and counts for all its skills. Self-marks do not count. */
export async function attemptScore(attempt: AttemptRow, ctx: Ctx): Promise<AttemptScore | null> {
  const { countedSubmission } = policyOf(attempt);
  const items = await ctx.loaders.of(itemsOfAttempt).load(attempt.id);
  const [scores, skills] = await Promise.all([
    Promise.all(items.map((item) => ctx.loaders.of(scoresOfItem).load(item.id))),
    Promise.all(items.map((item) => ctx.loaders.of(skillsOfVersion).load(item.versionId))),
  ]);
  const known = new Map<string, Skill>();
  const scored = items.map((_, index) => {
    const ofItem = skills[index] ?? [];
    for (const skill of ofItem) known.set(skill.id, skill);
    const given = (scores[index] ?? []).filter(({ markedBy }) => markedBy !== 'self');
    // A code item without a score is still being graded, or grading failed on our side: its point stays pending.
    const { pending, ...score } = standingScore(given, countedSubmission) ?? { earned: 0, possible: 1, pending: 1 };
    const waiting = pending / score.possible;
    return { score: asOnePoint(score), waiting, skills: ofItem.map((skill) => skill.id) };
  });
  const bySkill = totalsBySkill(scored).flatMap(({ skill: id, score, n }) => {
    const skill = known.get(id);
    return skill === undefined ? [] : [{ skill, earned: score.earned, possible: score.possible, items: n }];
  });
  const pending = scored.reduce((sum, { waiting }) => sum + waiting, 0);
  return { ...totalOf(scored.map(({ score }) => score)), pending, skills: bySkill };
}
