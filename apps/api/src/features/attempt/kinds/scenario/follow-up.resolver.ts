import { Mutation, Resolver } from '@nestjs/graphql';
import type { MutationResolvers, MutationRevealFollowUpArgs } from '../../../../generated/resolvers';
import { notFound } from '../../../../platform/app-error';
import { type Ctx, subjectOf } from '../../../../access/context';
import { Needs } from '../../../../access/needs';
import { idOrNotFound } from '../../ids';
import { FollowUps } from './follow-ups';

@Resolver()
export class FollowUpResolver implements Pick<MutationResolvers, 'revealFollowUp'> {
  constructor(private readonly followUps: FollowUps) {}

  @Needs('holder')
  @Mutation()
  async revealFollowUp(_: unknown, { input }: MutationRevealFollowUpArgs, ctx: Ctx) {
    const outcome = await this.followUps.reveal(idOrNotFound(input.itemId), input.after, subjectOf(ctx));
    switch (outcome?.kind) {
      case undefined:
        throw notFound();
      case 'revealed':
        return { __typename: 'RevealFollowUpSuccess' as const, item: outcome.item };
      case 'closed':
        return {
          __typename: 'AttemptClosedProblem' as const,
          code: 'ATTEMPT_CLOSED' as const,
          closedAt: outcome.closedAt,
        };
      case 'nothingToCheck':
        return { __typename: 'NothingToCheckProblem' as const, code: 'NOTHING_TO_CHECK' as const };
      case 'tooLong':
        return {
          __typename: 'InvalidAnswerProblem' as const,
          code: 'INVALID_ANSWER' as const,
          reason: 'TOO_LONG' as const,
        };
      case 'noMore':
        return { __typename: 'NoFollowUpProblem' as const, code: 'NO_FOLLOW_UP' as const };
    }
  }
}
