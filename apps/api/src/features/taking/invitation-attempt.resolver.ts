import type { CandidateInvitationRow } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import type { CandidateInvitationResolvers } from '../../generated/resolvers';
import { attemptOfInvitation } from './taking.loader';

/** The attempt beside an invitation in the table of members. */
@Resolver('CandidateInvitation')
export class InvitationAttemptResolver implements Pick<CandidateInvitationResolvers, 'attempt'> {
  @ResolveField()
  attempt({ id, attemptId }: CandidateInvitationRow, _: unknown, ctx: Ctx) {
    return attemptId === null ? null : ctx.loaders.of(attemptOfInvitation).load(id);
  }
}
