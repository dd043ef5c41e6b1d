import { invitationStatus } from '@holdout/assessment';
import {
  type CandidateHolder,
  type Clock,
  Database,
  type InvitedRow,
  TakingRepository,
  type TimeRequestRow,
} from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { candidateOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  assessmentNotOpenProblem,
  invalidInputProblem,
  requestMoreTimeSuccess,
  timeRequestAnsweredProblem,
} from '../../generated/outcomes';
import type {
  InputIssue,
  InvitedAssessmentResolvers,
  MutationRequestMoreTimeArgs,
  MutationResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';
import { mayAskForTime, TimeRequests } from '../candidate-invitation/time-requests';
import { contactOf, statusView } from './invited-view';

const LONGEST_REASON = 2000;
const ASKED = { limit: 10, windowSeconds: 3_600 } as const;

/** A candidate asks for more time before the start. */
@Resolver('InvitedAssessment')
export class MoreTimeResolver
  implements Pick<MutationResolvers, 'requestMoreTime'>, Pick<InvitedAssessmentResolvers, 'timeRequest'>
{
  constructor(
    private readonly db: Database,
    private readonly requests: TimeRequests,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('candidate')
  @Mutation()
  async requestMoreTime(_: unknown, { input }: MutationRequestMoreTimeArgs, ctx: Ctx) {
    const reason = input.reason.trim().normalize('NFC');
    const issues = issuesOf(reason);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const { holder } = candidateOf(ctx);
    await this.limits.take(`more-time:${holder.invitationId}`, ASKED);
    const { invited, isAsked } = await this.ask(holder, reason);
    if (isAsked) return requestMoreTimeSuccess({ invitation: invited });
    const contact = contactOf(invited);
    const isGranted = (await this.requests.find(invited.id))?.isGranted ?? null;
    return isGranted === null
      ? assessmentNotOpenProblem({ status: statusView(invited, this.clock.now()), contact })
      : timeRequestAnsweredProblem({ isGranted, contact });
  }

  @ResolveField()
  timeRequest({ id }: InvitedRow): Promise<TimeRequestRow | null> {
    return this.requests.find(id);
  }

  /** The lock keeps a start from coming between the check and the request. */
  private ask(holder: CandidateHolder, reason: string) {
    return this.db.transaction(async (tx) => {
      await tx.repo(TakingRepository).lock(holder.invitationId);
      const invited = await tx.repo(TakingRepository).find(holder);
      if (invited === null) throw notFound();
      const { id: invitationId, organizationId } = invited;
      const isEarly = mayAskForTime(invitationStatus(invited, this.clock.now()));
      const asking = { invitationId, organizationId, reason };
      return { invited, isAsked: isEarly && (await this.requests.ask(tx, this.clock, asking)) };
    });
  }
}

function issuesOf(reason: string): InputIssue[] {
  if (reason === '') return [{ field: 'reason', code: 'MISSING', limit: null }];
  if (Array.from(reason).length > LONGEST_REASON) return [{ field: 'reason', code: 'TOO_LONG', limit: LONGEST_REASON }];
  const isPlain = reason.isWellFormed() && !reason.includes('\u0000');
  return isPlain ? [] : [{ field: 'reason', code: 'MALFORMED', limit: null }];
}
