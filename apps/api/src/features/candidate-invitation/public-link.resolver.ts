import { type Clock, parseId, type PublicLinkId, type PublicLinkRow } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  assessmentNotPublishedProblem,
  createPublicLinkSuccess,
  invalidInputProblem,
  mailUnavailableProblem,
  withdrawPublicLinkSuccess,
} from '../../generated/outcomes';
import type {
  MutationCreatePublicLinkArgs,
  MutationResolvers,
  MutationWithdrawPublicLinkArgs,
  PublicLinkResolvers,
  PublicLinkStatus,
  QueryPublicLinksArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorOfAssessment } from './acting';
import { CandidateLinks } from './candidate-links';
import { PublicLinks } from './public-links';
import { capIssues, windowIssues } from './window-issues';

@Resolver('PublicLink')
export class PublicLinkResolver
  implements
    Pick<QueryResolvers, 'publicLinks'>,
    Pick<MutationResolvers, 'createPublicLink' | 'withdrawPublicLink'>,
    Pick<PublicLinkResolvers, 'link' | 'status'>
{
  constructor(
    private readonly service: PublicLinks,
    private readonly links: CandidateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin', 'manager')
  @Query()
  publicLinks(_: unknown, { assessmentId: id }: QueryPublicLinksArgs) {
    return this.service.list(assessmentId(id));
  }

  @Needs('admin', 'manager')
  @Mutation()
  async createPublicLink(_: unknown, { input }: MutationCreatePublicLinkArgs, ctx: Ctx) {
    const { cap } = input;
    const window = { opensAt: input.opensAt ?? null, closesAt: input.closesAt ?? null };
    const until =
      window.closesAt === null
        ? []
        : windowIssues({ opensAt: window.opensAt, expiresAt: window.closesAt }, this.clock.now());
    const issues = [
      ...capIssues(cap),
      ...until.map((one) => ({ ...one, field: one.field === 'expiresAt' ? 'closesAt' : one.field })),
    ];
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    if (!this.links.sendsMail) return mailUnavailableProblem();
    const outcome = await this.service.create(by, { assessmentId: assessmentId(input.assessmentId), cap, ...window });
    return outcome.kind === 'created'
      ? createPublicLinkSuccess({ publicLink: outcome.link })
      : assessmentNotPublishedProblem(outcome);
  }

  @Needs('admin', 'manager')
  @Mutation()
  async withdrawPublicLink(_: unknown, { input }: MutationWithdrawPublicLinkArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const id = parseId<PublicLinkId>(input.publicLinkId);
    if (id === null) throw notFound();
    return withdrawPublicLinkSuccess({
      publicLink: await this.service.withdraw(by, assessmentId(input.assessmentId), id),
    });
  }

  @ResolveField()
  status({ withdrawnAt, opensAt, closesAt, taken, cap }: PublicLinkRow): PublicLinkStatus {
    const now = this.clock.now();
    if (withdrawnAt !== null) return 'WITHDRAWN';
    if (closesAt !== null && closesAt <= now) return 'CLOSED';
    if (taken >= cap) return 'FULL';
    return opensAt !== null && opensAt > now ? 'NOT_YET_OPEN' : 'OPEN';
  }

  @ResolveField()
  link(row: PublicLinkRow): string {
    return this.links.publicUrlOf(row);
  }
}
