import { type AttemptRow, PresenceRepository } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from '../../../access/context';
import type { AttemptResolvers } from '../../../generated/resolvers';

const lastShownOfAttempt: LoaderFactory<string, number | null> = (db) =>
  new DataLoader(async (attemptIds) => {
    const shown = await db.repo(PresenceRepository).listLastShown(attemptIds);
    const byAttempt = new Map(shown.map(({ attemptId, position }) => [attemptId, position]));
    return attemptIds.map((id) => byAttempt.get(id) ?? null);
  });

/** Where another machine goes on. */
@Resolver('Attempt')
export class LastShownResolver implements Pick<AttemptResolvers, 'lastShownPosition'> {
  @ResolveField()
  lastShownPosition({ id }: AttemptRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(lastShownOfAttempt).load(id);
  }
}
