import { kindOf } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
import type { Clock, Holders, ItemRow } from '@holdout/persistence';
import type { Levels } from '@holdout/scoring';
import { isOpen } from '@holdout/timing';
import { Inject } from '@nestjs/common';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  attemptClosedProblem,
  checkAnswerSuccess,
  flagItemSuccess,
  invalidAnswerProblem,
  markMyselfSuccess,
  nothingToCheckProblem,
  nothingToMarkProblem,
  presentItemSuccess,
  revealExplanationSuccess,
  staleRevisionProblem,
} from '../../generated/outcomes';
import type {
  AttemptItemResolvers,
  CriterionLevelInput,
  MutationCheckAnswerArgs,
  MutationFlagItemArgs,
  MutationMarkMyselfArgs,
  MutationPresentItemArgs,
  MutationResolvers,
  MutationRevealExplanationArgs,
  QueryAttemptItemArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { kindView } from '../question-bank/kind-names';
import { questionOfVersion } from '../question-bank/question-bank.loader';
import { attemptById, codeDraftsOfItem, feedbackOfItem, publicDataOf } from './attempt.loader';
import { idOrNotFound } from './ids';
import { REASONS } from './invalid-answer';
import { contentOf } from './item-content';
import { ItemCheck } from './item-check';
import { ItemService } from './item.service';
import { responseView } from './response-view';
import { SelfMark } from './self-mark';

@Resolver('AttemptItem')
export class AttemptItemResolver
  implements
    Pick<QueryResolvers, 'attemptItem'>,
    Pick<MutationResolvers, 'flagItem' | 'presentItem' | 'checkAnswer' | 'markMyself' | 'revealExplanation'>,
    Pick<
      AttemptItemResolvers,
      'isAnswered' | 'isClosed' | 'kind' | 'question' | 'content' | 'response' | 'codeDrafts' | 'feedback'
    >
{
  constructor(
    private readonly items: ItemService,
    private readonly itemCheck: ItemCheck,
    private readonly selfMark: SelfMark,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('holder')
  @Query()
  attemptItem(_: unknown, { id }: QueryAttemptItemArgs, ctx: Ctx) {
    return this.item(idOrNotFound(id), holdersOf(ctx));
  }

  @Needs('holder')
  @Mutation()
  async flagItem(_: unknown, { input }: MutationFlagItemArgs, ctx: Ctx) {
    const outcome = await this.items.flag(idOrNotFound(input.itemId), input.isFlagged, holdersOf(ctx));
    if (outcome.kind === 'closed') return attemptClosedProblem({ ...outcome, isKept: false });
    return flagItemSuccess(outcome);
  }

  @Needs('holder')
  @Mutation()
  async presentItem(_: unknown, { input }: MutationPresentItemArgs, ctx: Ctx) {
    const outcome = await this.items.present(idOrNotFound(input.itemId), holdersOf(ctx));
    if (outcome.kind === 'closed') return attemptClosedProblem({ ...outcome, isKept: false });
    return presentItemSuccess(outcome);
  }

  @Needs('holder')
  @Mutation()
  async checkAnswer(_: unknown, { input }: MutationCheckAnswerArgs, ctx: Ctx) {
    const [itemId, owner] = [idOrNotFound(input.itemId), holdersOf(ctx)];
    const outcome = await this.itemCheck.check(itemId, input.revision, owner);
    switch (outcome) {
      case null:
        throw notFound();
      case 'stale':
        return staleRevisionProblem({ current: responseView(await this.item(itemId, owner)) });
      case 'nothingToCheck':
        return nothingToCheckProblem();
      case 'wrongKind':
        return invalidAnswerProblem({ reason: 'WRONG_KIND' });
      case 'checked':
        return checkAnswerSuccess({ item: await this.item(itemId, owner) });
      default:
        return invalidAnswerProblem({ reason: REASONS[outcome] });
    }
  }

  @Needs('holder')
  @Mutation()
  async markMyself(_: unknown, { input }: MutationMarkMyselfArgs, ctx: Ctx) {
    const [itemId, owner] = [idOrNotFound(input.itemId), holdersOf(ctx)];
    const outcome = await this.selfMark.mark(itemId, levelsOf(input.levels), owner);
    if (outcome === null) throw notFound();
    if (outcome === 'nothingToMark') return nothingToMarkProblem();
    return markMyselfSuccess({ item: await this.item(itemId, owner) });
  }

  @Needs('holder')
  @Mutation()
  async revealExplanation(_: unknown, { input }: MutationRevealExplanationArgs, ctx: Ctx) {
    const [itemId, owner] = [idOrNotFound(input.itemId), holdersOf(ctx)];
    const outcome = await this.itemCheck.reveal(itemId, input.revision, owner);
    if (outcome === null) throw notFound();
    const item = await this.item(itemId, owner);
    return outcome === 'stale'
      ? staleRevisionProblem({ current: responseView(item) })
      : revealExplanationSuccess({ item });
  }

  @ResolveField()
  isAnswered(item: ItemRow) {
    return item.answer !== null;
  }

  @ResolveField()
  isClosed(item: ItemRow) {
    return item.fixedAt !== null || !isOpen(item.closesAt, this.clock.now());
  }

  @ResolveField()
  kind(item: ItemRow) {
    return kindView(item.kind);
  }

  @ResolveField()
  async question(item: ItemRow, _: unknown, ctx: Ctx) {
    const attempt = await ctx.loaders.of(attemptById).load(item.attemptId);
    if (attempt === null || !policyOf(attempt).showsQuestion) return null;
    return ctx.loaders.of(questionOfVersion).load(item.versionId);
  }

  @ResolveField()
  async content(item: ItemRow, _: unknown, ctx: Ctx) {
    const attempt = await ctx.loaders.of(attemptById).load(item.attemptId);
    if (attempt === null) throw notFound();
    const policy = policyOf(attempt);
    const { dataScope: scope } = policy;
    const isProgram = kindOf(item.kind).scoredBy === 'submission';
    const publicData = isProgram ? await ctx.loaders.of(publicDataOf).load({ hash: item.contentHash, scope }) : null;
    return contentOf(item, policy, publicData);
  }

  @ResolveField()
  response(item: ItemRow) {
    return responseView(item);
  }

  @ResolveField()
  codeDrafts(item: ItemRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(codeDraftsOfItem).load(item.id);
  }

  @ResolveField()
  feedback(item: ItemRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(feedbackOfItem).load(item);
  }

  private async item(itemId: string, owner: Holders): Promise<ItemRow> {
    const item = await this.items.find(itemId, owner);
    if (item === null) throw notFound();
    return item;
  }
}

const levelsOf = (levels: readonly CriterionLevelInput[]): Levels =>
  Object.fromEntries(levels.map(({ criterion, level }) => [criterion, level]));
