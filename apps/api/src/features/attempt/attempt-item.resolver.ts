import { type ItemRow, type PracticeOwner } from '@holdout/persistence';
import { UseGuards } from '@nestjs/common';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  AttemptItemResolvers,
  MutationCheckAnswerArgs,
  MutationFlagItemArgs,
  MutationPresentItemArgs,
  MutationResolvers,
  MutationRevealExplanationArgs,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { type Ctx, subjectOf } from '../../platform/context';
import { SubjectOnly } from '../../platform/guards';
import { questionOfVersion } from '../question-bank/question-bank.loader';
import { attemptById, feedbackOfItem, publicDataOf } from './attempt.loader';
import { idOrNotFound } from './ids';
import { contentOf } from './item-content';
import { ItemService } from './item.service';
import { PracticeCheck } from './practice-check';
import { responseView } from './response-view';

@Resolver('AttemptItem')
export class AttemptItemResolver
  implements
    Pick<MutationResolvers, 'flagItem' | 'presentItem' | 'checkAnswer' | 'revealExplanation'>,
    Pick<AttemptItemResolvers, 'isAnswered' | 'question' | 'content' | 'response' | 'feedback'>
{
  constructor(
    private readonly items: ItemService,
    private readonly practice: PracticeCheck,
  ) {}

  @UseGuards(SubjectOnly)
  @Mutation()
  async flagItem(_: unknown, { input }: MutationFlagItemArgs, ctx: Ctx) {
    const outcome = await this.items.flag(idOrNotFound(input.itemId), input.isFlagged, subjectOf(ctx));
    if (outcome.kind === 'closed') return closed(outcome.closedAt);
    return { __typename: 'FlagItemSuccess' as const, item: outcome.item };
  }

  @UseGuards(SubjectOnly)
  @Mutation()
  async presentItem(_: unknown, { input }: MutationPresentItemArgs, ctx: Ctx) {
    const outcome = await this.items.present(idOrNotFound(input.itemId), subjectOf(ctx));
    if (outcome.kind === 'closed') return closed(outcome.closedAt);
    return { __typename: 'PresentItemSuccess' as const, item: outcome.item };
  }

  @UseGuards(SubjectOnly)
  @Mutation()
  async checkAnswer(_: unknown, { input }: MutationCheckAnswerArgs, ctx: Ctx) {
    const [itemId, owner] = [idOrNotFound(input.itemId), subjectOf(ctx)];
    const outcome = await this.practice.check(itemId, owner);
    switch (outcome) {
      case null:
        throw notFound();
      case 'nothingToCheck':
        return { __typename: 'NothingToCheckProblem' as const, code: 'NOTHING_TO_CHECK' as const };
      case 'notANumber':
        return invalid('NOT_A_NUMBER');
      case 'wrongKind':
        return invalid('WRONG_KIND');
      case 'checked':
        return { __typename: 'CheckAnswerSuccess' as const, item: await this.item(itemId, owner) };
    }
  }

  @UseGuards(SubjectOnly)
  @Mutation()
  async revealExplanation(_: unknown, { input }: MutationRevealExplanationArgs, ctx: Ctx) {
    const [itemId, owner] = [idOrNotFound(input.itemId), subjectOf(ctx)];
    if (!(await this.practice.reveal(itemId, owner))) throw notFound();
    return { __typename: 'RevealExplanationSuccess' as const, item: await this.item(itemId, owner) };
  }

  @ResolveField()
  isAnswered(item: ItemRow) {
    return item.answer !== null;
  }

  @ResolveField()
  question(item: ItemRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(questionOfVersion).load(item.versionId);
  }

  @ResolveField()
  async content(item: ItemRow, _: unknown, ctx: Ctx) {
    const attempt = await ctx.loaders.of(attemptById).load(item.attemptId);
    if (attempt === null) throw notFound();
    const isCode = item.kind === 'code' || item.kind === 'model';
    const publicData = isCode ? await ctx.loaders.of(publicDataOf).load(item.contentHash) : null;
    return contentOf(item, attempt.form === 'single' || attempt.endedAt !== null, publicData);
  }

  @ResolveField()
  response(item: ItemRow) {
    return responseView(item);
  }

  @ResolveField()
  feedback(item: ItemRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(feedbackOfItem).load(item);
  }

  private async item(itemId: string, owner: PracticeOwner): Promise<ItemRow> {
    const item = await this.items.find(itemId, owner);
    if (item === null) throw notFound();
    return item;
  }
}

const closed = (closedAt: Date) => ({
  __typename: 'AttemptClosedProblem' as const,
  code: 'ATTEMPT_CLOSED' as const,
  closedAt,
});

const invalid = (reason: 'NOT_A_NUMBER' | 'WRONG_KIND') => ({
  __typename: 'InvalidAnswerProblem' as const,
  code: 'INVALID_ANSWER' as const,
  reason,
});
