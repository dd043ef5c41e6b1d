import { policyOf } from '@holdout/assessment';
import type { AttemptRow } from '@holdout/persistence';
import { standingScore, totalsBySection, weightedTotal } from '@holdout/scoring';
import type { Ctx } from '../../access/context';
import type { CandidateTotal } from '../../generated/resolvers';
import { itemsOfAttempt, scoresOfItem } from '../attempt/attempt.loader';
import { contentOfAttempt } from './taking.loader';

type Loading = Pick<Ctx, 'loaders'>;

/** The points of an attempt in the weights of the assessment, from the scores in the score book. For members only. */
export async function candidateTotal(attempt: AttemptRow, ctx: Loading): Promise<CandidateTotal> {
  const { countedSubmission } = policyOf(attempt);
  const items = await ctx.loaders.of(itemsOfAttempt).load(attempt.id);
  const scored = await Promise.all(
    items.map(async ({ id, sectionId, weight }) => {
      const given = await ctx.loaders.of(scoresOfItem).load(id);
      // Without a score the code is still being graded, or grading failed on our side: its points stay pending.
      const { pending, ...score } = standingScore(given, countedSubmission) ?? { earned: 0, possible: 1, pending: 1 };
      return { sectionId: sectionId ?? '', weight, score, pending };
    }),
  );
  const titles = new Map((await sectionsOf(attempt, ctx)).map(({ id, title }) => [id, title]));
  const sections = totalsBySection(scored).map(({ sectionId: id, ...total }) => ({
    id,
    title: titles.get(id) ?? '',
    ...total,
  }));
  return { ...weightedTotal(scored), sections };
}

async function sectionsOf({ id }: AttemptRow, ctx: Loading) {
  return (await ctx.loaders.of(contentOfAttempt).load(id))?.content.sections ?? [];
}
