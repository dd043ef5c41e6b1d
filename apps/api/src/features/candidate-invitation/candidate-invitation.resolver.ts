import { INVITATION_STATUSES, invitationStatus } from '@holdout/assessment';
import { type CandidateId, type CandidateInvitationRow, type Clock, parseId } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { findMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  assessmentNotPublishedProblem,
  candidateInvitationClosedProblem,
  extendCandidateInvitationsSuccess,
  invalidInputProblem,
  inviteCandidatesSuccess,
  mergeCandidatesSuccess,
  otherAttemptOpenProblem,
  remindCandidatesSuccess,
  resendCandidateInvitationSuccess,
  setTimeAllowanceSuccess,
  withdrawCandidateInvitationsSuccess,
} from '../../generated/outcomes';
import type {
  CandidateInvitationResolvers,
  MutationExtendCandidateInvitationsArgs,
  MutationInviteCandidatesArgs,
  MutationMergeCandidatesArgs,
  MutationRemindCandidatesArgs,
  MutationResendCandidateInvitationArgs,
  MutationResolvers,
  MutationSetTimeAllowanceArgs,
  MutationWithdrawCandidateInvitationsArgs,
  QueryCandidateInvitationCountsArgs,
  QueryCandidateInvitationsArgs,
  QueryCheckCandidatesArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorIn, actorOfAssessment } from './acting';
import { CandidateInvitations } from './candidate-invitations.service';
import { CandidateLinks } from './candidate-links';
import { TimeAllowances } from './time-allowances';
import { deliveryOf, filterOf, sinceOf, sourceNamed, sourceShown, statusShown } from './invitation-view';
import { allowanceIssues, allowanceOf, readInvitee } from './invitee';
import { Inviting } from './inviting';
import { undoIssues, windowIssues } from './window-issues';
import { cursorOf, ORDERS, readCursor } from './invitation-order';

const INVITES = ['manager', 'admin'] as const;

@Resolver('CandidateInvitation')
export class CandidateInvitationResolver
  implements
    Pick<QueryResolvers, 'candidateInvitations' | 'candidateInvitationCounts' | 'checkCandidates'>,
    Pick<
      MutationResolvers,
      | 'inviteCandidates'
      | 'resendCandidateInvitation'
      | 'remindCandidates'
      | 'extendCandidateInvitations'
      | 'withdrawCandidateInvitations'
      | 'setTimeAllowance'
      | 'mergeCandidates'
    >,
    Pick<CandidateInvitationResolvers, 'candidate' | 'status' | 'statusSince' | 'source' | 'delivery' | 'link'>
{
  constructor(
    private readonly inviting: Inviting,
    private readonly invitations: CandidateInvitations,
    private readonly links: CandidateLinks,
    private readonly allowances: TimeAllowances,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async candidateInvitations(_: unknown, args: QueryCandidateInvitationsArgs) {
    const { assessmentId: id, first, after, filter } = args;
    const order = ORDERS[args.order ?? 'NEWEST'];
    const page = { first, order, after: after ? readCursor(order, after) : null };
    const { rows, hasNextPage } = await this.invitations.list(assessmentId(id), filterOf(filter ?? {}), page);
    const edges = rows.map((node) => ({ cursor: cursorOf(order, node), node }));
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin', 'manager', 'recruiter')
  @Query()
  async candidateInvitationCounts(_: unknown, { assessmentId: id }: QueryCandidateInvitationCountsArgs) {
    const counts = await this.invitations.count(assessmentId(id));
    return INVITATION_STATUSES.flatMap((status) => {
      const count = counts.get(status);
      return count === undefined ? [] : [{ status: statusShown(status), count }];
    });
  }

  @Needs('admin', 'manager')
  @Query()
  async checkCandidates(_: unknown, { assessmentId: id, people }: QueryCheckCandidatesArgs, ctx: Ctx) {
    const { organizationId } = await actorOfAssessment(ctx, id);
    return this.inviting.check(organizationId, assessmentId(id), people.map(readInvitee));
  }

  @Needs('admin', 'manager')
  @Mutation()
  async inviteCandidates(_: unknown, { input }: MutationInviteCandidatesArgs, ctx: Ctx) {
    const opensAt = input.opensAt ?? null;
    const seconds = input.sendsAfterSeconds ?? 10;
    const window = windowIssues({ opensAt, expiresAt: input.expiresAt }, this.clock.now());
    const issues = [...window, ...undoIssues(seconds)];
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const offer = {
      assessmentId: assessmentId(input.assessmentId),
      opensAt,
      expiresAt: input.expiresAt,
      source: sourceNamed(input.source ?? 'MAIL'),
      mayRetake: input.mayRetake ?? false,
      undoMs: seconds * 1000,
    };
    const outcome = await this.inviting.invite(by, offer, input.people.map(readInvitee));
    if (outcome.kind === 'notPublished') return assessmentNotPublishedProblem(outcome);
    const { ids, people, sendsAt } = outcome;
    return inviteCandidatesSuccess({ invitations: await this.invitations.listByIds(by, ids), people, sendsAt });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async resendCandidateInvitation(_: unknown, { input }: MutationResendCandidateInvitationArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const outcome = await this.invitations.resend(by, assessmentId(input.assessmentId), input.invitationId);
    return outcome.kind === 'resent'
      ? resendCandidateInvitationSuccess(outcome)
      : candidateInvitationClosedProblem({ status: statusShown(outcome.status) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async remindCandidates(_: unknown, { input }: MutationRemindCandidatesArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const ids = await this.invitations.remind(by, assessmentId(input.assessmentId), input.invitationIds);
    return remindCandidatesSuccess({ invitations: await this.invitations.listByIds(by, ids) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async extendCandidateInvitations(_: unknown, { input }: MutationExtendCandidateInvitationsArgs, ctx: Ctx) {
    const issues = windowIssues({ opensAt: null, expiresAt: input.expiresAt }, this.clock.now());
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const wanted = { assessmentId: assessmentId(input.assessmentId), ids: input.invitationIds };
    const ids = await this.invitations.extend(by, { ...wanted, expiresAt: input.expiresAt });
    return extendCandidateInvitationsSuccess({ invitations: await this.invitations.listByIds(by, ids) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async withdrawCandidateInvitations(_: unknown, { input }: MutationWithdrawCandidateInvitationsArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const ids = await this.invitations.withdraw(by, assessmentId(input.assessmentId), input.invitationIds);
    return withdrawCandidateInvitationsSuccess({ invitations: await this.invitations.listByIds(by, ids) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async setTimeAllowance(_: unknown, { input }: MutationSetTimeAllowanceArgs, ctx: Ctx) {
    const issues = allowanceIssues(input.allowance);
    const allowance = allowanceOf(input.allowance);
    if (issues.length > 0 || allowance === null) return invalidInputProblem({ issues });
    const by = await actorIn(ctx, input.organization);
    const candidate = await this.allowances.set(by, candidateId(input.candidateId), allowance);
    return setTimeAllowanceSuccess({ candidate });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async mergeCandidates(_: unknown, { input }: MutationMergeCandidatesArgs, ctx: Ctx) {
    const by = await actorIn(ctx, input.organization);
    const [from, into] = [candidateId(input.candidateId), candidateId(input.intoCandidateId)];
    const outcome = await this.invitations.merge(by, from, into);
    return outcome.kind === 'merged'
      ? mergeCandidatesSuccess({ candidate: outcome.candidate })
      : otherAttemptOpenProblem(outcome.taken);
  }

  @ResolveField()
  candidate({ candidateId: id, ...row }: CandidateInvitationRow) {
    return { ...row, id };
  }

  @ResolveField()
  status(row: CandidateInvitationRow) {
    return statusShown(invitationStatus(row, this.clock.now()));
  }

  @ResolveField()
  async statusSince(row: CandidateInvitationRow, _: unknown, ctx: Ctx): Promise<Date | null> {
    const status = invitationStatus(row, this.clock.now());
    return status === 'started' && !(await mayInvite(ctx, row)) ? null : sinceOf(row, status);
  }

  @ResolveField()
  source({ source }: CandidateInvitationRow) {
    return sourceShown(source);
  }

  @ResolveField()
  delivery(row: CandidateInvitationRow) {
    return deliveryOf(row, this.links.sendsMail);
  }

  @ResolveField()
  async link(row: CandidateInvitationRow, _: unknown, ctx: Ctx): Promise<string | null> {
    return this.links.isPassedOn(row) && (await mayInvite(ctx, row)) ? this.links.urlOf(row) : null;
  }
}

const candidateId = (id: string): CandidateId => {
  const known = parseId<CandidateId>(id);
  if (known === null) throw notFound();
  return known;
};

/** Whether the sender may invite in the organization of the row. */
export async function mayInvite(ctx: Ctx, { organizationId }: Pick<CandidateInvitationRow, 'organizationId'>) {
  const membership = await findMembership(ctx, { id: organizationId });
  return membership !== null && INVITES.some((role) => membership.roles.includes(role));
}
