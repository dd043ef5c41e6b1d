import { type AttemptRow, TimeRepository } from '@holdout/persistence';
import { type GivenTime, givenTimes, type LoggedEntry } from '@holdout/timing';
import { ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from '../../../access/context';
import type { AttemptResolvers, GivenTimeKind } from '../../../generated/resolvers';

const KINDS = { outage: 'OUTAGE', added: 'ADDED', allowance: 'ALLOWANCE' } as const satisfies Record<
  GivenTime['kind'],
  GivenTimeKind
>;

/** The time entries of an attempt, oldest first. */
const entriesOfAttempt: LoaderFactory<string, readonly LoggedEntry[]> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(TimeRepository).list(attemptIds), ({ attemptId }) => attemptId);
    return attemptIds.map((id) => byAttempt.get(id) ?? []);
  });

/** What a candidate is told of time that was given. */
@Resolver('Attempt')
export class TimeResolver implements Pick<AttemptResolvers, 'timeGiven'> {
  @ResolveField()
  async timeGiven({ id, startedAt }: AttemptRow, _: unknown, ctx: Ctx) {
    const entries = await ctx.loaders.of(entriesOfAttempt).load(id);
    return givenTimes(startedAt, entries).map(({ kind, seconds, at }) => ({
      id: `${at.toISOString()} ${kind}`,
      kind: KINDS[kind],
      seconds: Math.round(seconds),
      at,
    }));
  }
}
