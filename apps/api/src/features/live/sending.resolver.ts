import { Mutation, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  addTimeSuccess,
  closeHelpCallsSuccess,
  invalidInputProblem,
  sendAttemptMessageSuccess,
} from '../../generated/outcomes';
import type {
  AddedTimeInput,
  MutationAddTimeArgs,
  MutationCloseHelpCallsArgs,
  MutationResolvers,
  MutationSendAttemptMessageArgs,
} from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { clientId, idOrNotFound } from '../attempt/ids';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { AddedTime, timeIssues } from './added-time';
import { textIssues, tidy } from './message-text';
import { Sending } from './sending';

const timeOf = ({ minutes, reason }: AddedTimeInput) => ({ minutes, reason: tidy(reason) });

/** What members send and give to candidates during their attempts. */
@Resolver()
export class SendingResolver implements Pick<MutationResolvers, 'sendAttemptMessage' | 'closeHelpCalls' | 'addTime'> {
  constructor(
    private readonly sending: Sending,
    private readonly time: AddedTime,
  ) {}

  @Needs('admin', 'manager')
  @Mutation()
  async sendAttemptMessage(_: unknown, { input }: MutationSendAttemptMessageArgs, ctx: Ctx) {
    const text = tidy(input.text);
    const time = input.time ? timeOf(input.time) : null;
    const issues = [...textIssues(text, { mayBeEmpty: false }), ...(time === null ? [] : timeIssues(time))];
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const sentCount = await this.sending.send(by, {
      assessmentId: assessmentId(input.assessmentId),
      invitationIds: input.invitationIds?.map(idOrNotFound) ?? null,
      text,
      sendingId: clientId(input.sendingId),
      time,
    });
    return sendAttemptMessageSuccess({ sentCount });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async addTime(_: unknown, { input }: MutationAddTimeArgs, ctx: Ctx) {
    const time = timeOf(input.time);
    const issues = timeIssues(time);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const givenCount = await this.time.add(by, {
      assessmentId: assessmentId(input.assessmentId),
      invitationIds: input.invitationIds?.map(idOrNotFound) ?? null,
      time,
      requestId: clientId(input.requestId),
    });
    return addTimeSuccess({ givenCount });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async closeHelpCalls(_: unknown, { input }: MutationCloseHelpCallsArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const invitationIds = input.invitationIds.map(idOrNotFound);
    const closedCount = await this.sending.close(by, assessmentId(input.assessmentId), invitationIds);
    return closeHelpCallsSuccess({ closedCount });
  }
}
