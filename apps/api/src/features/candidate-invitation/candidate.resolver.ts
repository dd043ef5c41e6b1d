import type { Allowance, OrganizationId } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import type { CandidateResolvers } from '../../generated/resolvers';
import { mayInvite } from './candidate-invitation.resolver';

type CandidateWithAllowance = Allowance & { readonly organizationId: OrganizationId };

@Resolver('Candidate')
export class CandidateResolver implements Pick<CandidateResolvers, 'allowance'> {
  @ResolveField()
  async allowance(candidate: CandidateWithAllowance, _: unknown, ctx: Ctx) {
    if (!(await mayInvite(ctx, candidate))) return null;
    return { extraTime: candidate.extraTime, breakMinutes: candidate.breakSeconds / 60 };
  }
}
