import { type AttemptRow, Database, TakingRepository } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { findMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import type { CandidateAttemptResolvers, QueryCandidateAttemptArgs, QueryResolvers } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { AttemptEnd } from '../attempt/attempt-end';
import { endedByView } from '../attempt/attempt.resolver';
import { idOrNotFound } from '../attempt/ids';
import { candidateTotal } from './candidate-total';

/** An attempt as members of the organization see it. The access table has checked the membership. */
@Resolver('CandidateAttempt')
export class CandidateAttemptResolver
  implements
    Pick<QueryResolvers, 'candidateAttempt'>,
    Pick<CandidateAttemptResolvers, 'status' | 'startedAt' | 'endedBy' | 'total'>
{
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
  ) {}

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async candidateAttempt(_: unknown, { invitationId }: QueryCandidateAttemptArgs) {
    const attempt = await this.db.repo(TakingRepository).findAttemptOfInvitation(idOrNotFound(invitationId));
    return attempt === null ? null : this.attemptEnd.endIfOverdue(attempt);
  }

  @ResolveField()
  async status(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    if (attempt.endedAt === null) return 'RUNNING' as const;
    return (await candidateTotal(attempt, ctx)).pending > 0 ? ('GRADING' as const) : ('GRADED' as const);
  }

  /** With the end it would tell a recruiter how long the person had. */
  @ResolveField()
  async startedAt({ organizationId, startedAt }: AttemptRow, _: unknown, ctx: Ctx) {
    if (organizationId === null) throw notFound();
    const roles = (await findMembership(ctx, { id: organizationId }))?.roles ?? [];
    return roles.includes('admin') || roles.includes('manager') ? startedAt : null;
  }

  @ResolveField()
  endedBy(attempt: AttemptRow) {
    return endedByView(attempt);
  }

  @ResolveField()
  total(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    return attempt.endedAt === null ? null : candidateTotal(attempt, ctx);
  }
}
