import type { Clock, InvitedRow } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Resolver } from '@nestjs/graphql';
import { enterAsCandidate, leaveAsCandidate } from '../../access/candidate-sessions';
import { candidateOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  assessmentNotOpenProblem,
  declineInvitationSuccess,
  deleteMyCandidateDataSuccess,
  deviceCodeNeededProblem,
  invalidInputProblem,
  linkUnusableProblem,
  openInvitationLinkSuccess,
  otherAttemptOpenProblem,
  questionNotReadyProblem,
  sendDeviceCodeSuccess,
  startAssessmentSuccess,
} from '../../generated/outcomes';
import type {
  MutationDeleteMyCandidateDataArgs,
  MutationOpenInvitationLinkArgs,
  MutationResolvers,
  MutationSendDeviceCodeArgs,
  MutationStartAssessmentArgs,
} from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { emailHint } from '../organization/invitation-rules';
import { AssessmentStart } from './assessment-start';
import { CandidateErasure } from './candidate-erasure';
import { Declining } from './declining';
import { contactOf, statusView } from './invited-view';
import { Links } from './links';
import { publicLinkView } from './public-link-view';

/** What a candidate does with an invitation before and after the attempt itself. */
@Resolver()
export class TakingResolver implements Pick<
  MutationResolvers,
  'openInvitationLink' | 'sendDeviceCode' | 'startAssessment' | 'declineInvitation' | 'deleteMyCandidateData'
> {
  constructor(
    private readonly links: Links,
    private readonly starting: AssessmentStart,
    private readonly declining: Declining,
    private readonly erasure: CandidateErasure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('anyone')
  @Mutation()
  async openInvitationLink(_: unknown, { input }: MutationOpenInvitationLinkArgs, ctx: Ctx) {
    const outcome = await this.links.open({ token: input.token, code: input.code ?? null }, ctx);
    switch (outcome.kind) {
      case 'unusable':
        return unusable(outcome.invited);
      case 'public':
        return publicLinkView(outcome);
      case 'codeNeeded':
        return deviceCodeNeededProblem({ emailHint: emailHint(outcome.invited.email), isWrong: outcome.isWrong });
      case 'opened':
        if (outcome.session !== null) enterAsCandidate(ctx, outcome.session);
        return openInvitationLinkSuccess({ invitation: outcome.invited });
    }
  }

  @Needs('anyone')
  @Mutation()
  async sendDeviceCode(_: unknown, { input }: MutationSendDeviceCodeArgs, ctx: Ctx) {
    const invited = await this.links.sendCode(input.token, ctx.address);
    return invited === null ? unusable(null) : sendDeviceCodeSuccess({ emailHint: emailHint(invited.email) });
  }

  @Needs('candidate')
  @Mutation()
  async startAssessment(_: unknown, { input }: MutationStartAssessmentArgs, ctx: Ctx) {
    if (!input.consent) return invalidInputProblem({ issues: [{ field: 'consent', code: 'MISSING', limit: null }] });
    const outcome = await this.starting.start(candidateOf(ctx).holder);
    switch (outcome.kind) {
      case 'started':
        return startAssessmentSuccess({ attempt: outcome.attempt });
      case 'notOpen':
        return this.notOpen(outcome.invited);
      case 'openElsewhere':
        return otherAttemptOpenProblem({ title: outcome.title, startedAt: outcome.startedAt });
      case 'notReady':
        return questionNotReadyProblem({ isOnItsWay: true });
    }
  }

  @Needs('candidate')
  @Mutation()
  async declineInvitation(_: unknown, _args: unknown, ctx: Ctx) {
    const { invited, isDeclined } = await this.declining.decline(candidateOf(ctx).holder);
    return isDeclined ? declineInvitationSuccess({ invitation: invited }) : this.notOpen(invited);
  }

  @Needs('candidate')
  @Mutation()
  async deleteMyCandidateData(_: unknown, { input }: MutationDeleteMyCandidateDataArgs, ctx: Ctx) {
    if (!input.confirm) return invalidInputProblem({ issues: [{ field: 'confirm', code: 'MISSING', limit: null }] });
    await this.erasure.erase(candidateOf(ctx).holder);
    leaveAsCandidate(ctx);
    return deleteMyCandidateDataSuccess({ isDeleted: true });
  }

  private notOpen(invited: InvitedRow) {
    return assessmentNotOpenProblem({ status: statusView(invited, this.clock.now()), contact: contactOf(invited) });
  }
}

const unusable = (invited: InvitedRow | null) =>
  invited === null
    ? linkUnusableProblem({ reason: 'UNKNOWN', contact: null })
    : linkUnusableProblem({ reason: 'WITHDRAWN', contact: contactOf(invited) });
