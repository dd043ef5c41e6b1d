import {
  Database,
  type Clock,
  type ListedSession,
  parseId,
  type SessionId,
  SessionRepository,
} from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { endSessionsSuccess } from '../../generated/outcomes';
import type {
  MutationEndSessionsArgs,
  MutationResolvers,
  QueryResolvers,
  SessionResolvers,
} from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';

@Resolver('Session')
export class SessionsResolver
  implements Pick<QueryResolvers, 'sessions'>, Pick<MutationResolvers, 'endSessions'>, Pick<SessionResolvers, 'isThis'>
{
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('account')
  @Query()
  sessions(_: unknown, _args: unknown, ctx: Ctx): Promise<readonly ListedSession[]> {
    return this.db.repo(SessionRepository).listOfAccount(accountOf(ctx).accountId, this.clock.now());
  }

  @Needs('account')
  @Mutation()
  async endSessions(_: unknown, { input }: MutationEndSessionsArgs, ctx: Ctx) {
    const { accountId } = accountOf(ctx);
    const sessions = this.db.repo(SessionRepository);
    const now = this.clock.now();
    const given = input.id ?? null;
    const id = given === null ? null : parseId<SessionId>(given);
    if (given === null) await sessions.endOthersOfAccount(accountId, ctx.sessionId, now);
    if (id !== null) await sessions.endOfAccount(accountId, id, now);
    return endSessionsSuccess({ sessions: await sessions.listOfAccount(accountId, now) });
  }

  @ResolveField()
  isThis({ id }: ListedSession, _args: unknown, ctx: Ctx): boolean {
    return id === ctx.sessionId;
  }
}
