import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ItemFeedbackResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { nextAfterVersion } from './attempt.loader';
import type { FeedbackView } from './feedback';

@Resolver('ItemFeedback')
export class ItemFeedbackResolver implements Pick<ItemFeedbackResolvers, 'nextInSkill'> {
  @ResolveField()
  nextInSkill(feedback: FeedbackView, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(nextAfterVersion).load(feedback.versionId);
  }
}
