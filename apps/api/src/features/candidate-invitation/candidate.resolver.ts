import { type Allowance, CandidateRepository, Database, type OrganizationId } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import type { CandidateResolvers, QueryCandidatesArgs, QueryResolvers } from '../../generated/resolvers';
import { mayInvite } from './candidate-invitation.resolver';
import { wordsOf } from './invitation-view';

type CandidateWithAllowance = Allowance & { readonly organizationId: OrganizationId };

@Resolver('Candidate')
export class CandidateResolver implements Pick<QueryResolvers, 'candidates'>, Pick<CandidateResolvers, 'allowance'> {
  constructor(private readonly db: Database) {}

  @Needs('admin', 'manager')
  @Query()
  async candidates(_: unknown, { organization: slug, text, first }: QueryCandidatesArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    const found = await this.db.heavyRead((tx) => tx.repo(CandidateRepository).search(id, wordsOf(text), first));
    return found.map(({ invitationCount, attemptCount, ...candidate }) => ({
      candidate,
      invitationCount,
      attemptCount,
    }));
  }

  @ResolveField()
  async allowance(candidate: CandidateWithAllowance, _: unknown, ctx: Ctx) {
    if (!(await mayInvite(ctx, candidate))) return null;
    return { extraTime: candidate.extraTime, breakMinutes: candidate.breakSeconds / 60 };
  }
}
