import { type AttemptRow, LateAnswerRepository } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from '../../access/context';
import type { AttemptResolvers } from '../../generated/resolvers';

const lateCountOfAttempt: LoaderFactory<string, number> = (db) =>
  new DataLoader(async (attemptIds) => {
    const counts = await db.repo(LateAnswerRepository).countsOf(attemptIds);
    return attemptIds.map((id) => counts.get(id) ?? 0);
  });

/** What a candidate is told of answers that came after the grace. */
@Resolver('Attempt')
export class LateCountResolver implements Pick<AttemptResolvers, 'lateAnswerCount'> {
  @ResolveField()
  lateAnswerCount({ id }: AttemptRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(lateCountOfAttempt).load(id);
  }
}
