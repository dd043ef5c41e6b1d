import type { Clock } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Resolver } from '@nestjs/graphql';
import { candidateOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { assessmentNotOpenProblem, checkInSuccess } from '../../generated/outcomes';
import type { MutationResolvers } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { CheckIn } from './check-in';
import { contactOf, statusView } from './invited-view';

@Resolver()
export class CheckInResolver implements Pick<MutationResolvers, 'checkIn'> {
  constructor(
    private readonly checking: CheckIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('candidate')
  @Mutation()
  async checkIn(_: unknown, _args: unknown, ctx: Ctx) {
    const { invited, isOpen, trial } = await this.checking.begin(candidateOf(ctx).holder);
    const now = this.clock.now();
    if (isOpen) return checkInSuccess({ invitation: invited, trial, serverTime: now });
    return assessmentNotOpenProblem({ status: statusView(invited, now), contact: contactOf(invited) });
  }
}
