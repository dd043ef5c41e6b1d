import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ItemFeedbackResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { questionOfVersion } from '../question-bank/question-bank.loader';
import { nextAfterVersion } from './attempt.loader';
import type { FeedbackView } from './feedback';

@Resolver('ItemFeedback')
export class ItemFeedbackResolver implements Pick<ItemFeedbackResolvers, 'sources' | 'nextInSkill'> {
  @ResolveField()
  async sources(feedback: FeedbackView, _: unknown, ctx: Ctx) {
    return (await ctx.loaders.of(questionOfVersion).load(feedback.versionId)).sources;
  }

  @ResolveField()
  nextInSkill(feedback: FeedbackView, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(nextAfterVersion).load(feedback.versionId);
  }
}
