import { Mutation, Resolver } from '@nestjs/graphql';
import {
  attemptClosedProblem,
  invalidAnswerProblem,
  noFollowUpProblem,
  nothingToCheckProblem,
  revealFollowUpSuccess,
  staleRevisionProblem,
} from '../../../../generated/outcomes';
import type { MutationResolvers, MutationRevealFollowUpArgs } from '../../../../generated/resolvers';
import { notFound } from '../../../../platform/app-error';
import { type Ctx, holdersOf } from '../../../../access/context';
import { Needs } from '../../../../access/needs';
import { idOrNotFound } from '../../ids';
import { responseView } from '../../response-view';
import { FollowUps } from './follow-ups';

@Resolver()
export class FollowUpResolver implements Pick<MutationResolvers, 'revealFollowUp'> {
  constructor(private readonly followUps: FollowUps) {}

  @Needs('holder')
  @Mutation()
  async revealFollowUp(_: unknown, { input }: MutationRevealFollowUpArgs, ctx: Ctx) {
    const outcome = await this.followUps.reveal({ ...input, itemId: idOrNotFound(input.itemId) }, holdersOf(ctx));
    switch (outcome?.kind) {
      case undefined:
        throw notFound();
      case 'revealed':
        return revealFollowUpSuccess(outcome);
      case 'closed':
        return attemptClosedProblem({ ...outcome, isKept: false });
      case 'nothingToCheck':
        return nothingToCheckProblem();
      case 'tooLong':
        return invalidAnswerProblem({ reason: 'TOO_LONG' });
      case 'stale':
        return staleRevisionProblem({ current: responseView(outcome.item) });
      case 'noMore':
        return noFollowUpProblem();
    }
  }
}
