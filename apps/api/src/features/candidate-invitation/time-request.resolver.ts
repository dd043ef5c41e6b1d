import type { CandidateInvitationRow } from '@holdout/persistence';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  answerTimeRequestSuccess,
  candidateInvitationClosedProblem,
  invalidInputProblem,
} from '../../generated/outcomes';
import type {
  CandidateInvitationResolvers,
  MutationAnswerTimeRequestArgs,
  MutationResolvers,
} from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorOfAssessment } from './acting';
import { mayInvite } from './candidate-invitation.resolver';
import { statusShown } from './invitation-view';
import { allowanceIssues, allowanceOf } from './invitee';
import { requestOfInvitation, TimeRequests } from './time-requests';

/** Requests for more time, as members see and answer them. */
@Resolver('CandidateInvitation')
export class TimeRequestResolver
  implements Pick<MutationResolvers, 'answerTimeRequest'>, Pick<CandidateInvitationResolvers, 'timeRequest'>
{
  constructor(private readonly requests: TimeRequests) {}

  @Needs('admin', 'manager')
  @Mutation()
  async answerTimeRequest(_: unknown, { input }: MutationAnswerTimeRequestArgs, ctx: Ctx) {
    const allowance = input.allowance ?? null;
    const issues = allowanceIssues(allowance);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const [of, id] = [assessmentId(input.assessmentId), input.invitationId];
    const outcome = await this.requests.answer(by, of, id, allowanceOf(allowance));
    return outcome.kind === 'answered'
      ? answerTimeRequestSuccess({ invitation: outcome.invitation })
      : candidateInvitationClosedProblem({ status: statusShown(outcome.status) });
  }

  @ResolveField()
  async timeRequest(row: CandidateInvitationRow, _: unknown, ctx: Ctx) {
    return (await mayInvite(ctx, row)) ? ctx.loaders.of(requestOfInvitation).load(row.id) : null;
  }
}
