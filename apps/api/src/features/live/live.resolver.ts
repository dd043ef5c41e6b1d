import {
  type Clock,
  Database,
  type InvitationId,
  type LiveCursor,
  type LiveFilter,
  LiveRepository,
  type LiveRow,
  parseId,
} from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import type {
  LiveAttemptResolvers,
  LiveFilter as ShownFilter,
  QueryLiveAssessmentsArgs,
  QueryLiveAttemptArgs,
  QueryLiveAttemptsArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { assessmentId } from '../assessment/assessment.resolver';
import { idOrNotFound } from '../attempt/ids';
import { messagesOf } from './message.loader';

const FILTERS: Readonly<Record<ShownFilter, LiveFilter>> = {
  ALL: 'all',
  CALLS: 'calls',
  NOT_CONNECTED: 'notConnected',
  ENDED: 'ended',
};

/** What members see of attempts while they run. The access table has checked the membership. */
@Resolver('LiveAttempt')
export class LiveResolver
  implements
    Pick<QueryResolvers, 'liveAttempts' | 'liveAttempt' | 'liveAssessments'>,
    Pick<LiveAttemptResolvers, 'endedBy' | 'call' | 'messages'>
{
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin', 'manager')
  @Query()
  async liveAttempts(_: unknown, { assessmentId: id, first, after, show }: QueryLiveAttemptsArgs) {
    const [of, now] = [assessmentId(id), this.clock.now()];
    const page = { first: first + 1, after: after ? readCursor(after) : null };
    const [rows, counts] = await this.db.heavyRead(async (tx) => {
      const live = tx.repo(LiveRepository);
      return [await live.list(of, FILTERS[show ?? 'ALL'], now, page), await live.count(of, now)] as const;
    });
    const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, counts, serverTime: now };
  }

  @Needs('admin', 'manager')
  @Query()
  liveAttempt(_: unknown, { invitationId }: QueryLiveAttemptArgs) {
    const id = idOrNotFound(invitationId) as InvitationId;
    return this.db.repo(LiveRepository).find(id, this.clock.now());
  }

  @Needs('admin', 'manager')
  @Query()
  async liveAssessments(_: unknown, { organization: slug }: QueryLiveAssessmentsArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    return this.db.heavyRead((tx) => tx.repo(LiveRepository).listAssessments(id, this.clock.now()));
  }

  @ResolveField()
  endedBy({ endedBy }: LiveRow) {
    if (endedBy === null) return null;
    return endedBy === 'clock' ? ('CLOCK' as const) : ('CANDIDATE' as const);
  }

  @ResolveField()
  call({ callId: id, callText: text, calledAt: sentAt }: LiveRow) {
    return id === null || text === null || sentAt === null ? null : { id, text, sentAt };
  }

  @ResolveField()
  messages({ id }: LiveRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(messagesOf).load(id);
  }
}

const cursorOf = ({ rank, at, id }: LiveCursor): string =>
  Buffer.from(`${rank} ${at.toISOString()} ${id}`).toString('base64url');

/** Throws BAD_INPUT for a text that is no cursor. */
function readCursor(cursor: string): LiveCursor {
  const [rank = '', time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(time);
  if (!/^[012]$/.test(rank) || Number.isNaN(at.getTime()) || parseId(id) === null)
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return { rank: Number(rank), at, id };
}
