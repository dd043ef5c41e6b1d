import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { BankIssue } from '@holdout/bank';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  publishQuestionSuccess,
  questionLoadedProblem,
  questionRefusedProblem,
  withdrawQuestionSuccess,
} from '../../generated/outcomes';
import type {
  MutationPublishQuestionArgs,
  MutationWithdrawQuestionArgs,
  MutationResolvers,
  PreparationState,
  QueryQuestionPreparationArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import type { PreparationState as State } from './preparation';
import { QuestionPublication } from './question-publication';

const STATES: Readonly<Record<State['kind'], PreparationState>> = {
  waiting: 'WAITING',
  ready: 'READY',
  failed: 'FAILED',
  notOffered: 'NOT_OFFERED',
};

const shown = (issues: readonly BankIssue[]) => issues.map(({ line = null, ...issue }) => ({ ...issue, line }));

@Resolver()
export class QuestionPublicationResolver
  implements
    Pick<QueryResolvers, 'questionPreparation'>,
    Pick<MutationResolvers, 'publishQuestion' | 'withdrawQuestion'>
{
  constructor(private readonly publication: QuestionPublication) {}

  @Needs('admin', 'author')
  @Query()
  async questionPreparation(_: unknown, { organization, versionId }: QueryQuestionPreparationArgs, ctx: Ctx) {
    const state = await this.publication.preparationOf(await getMembership(ctx, { slug: organization }), versionId);
    if (state === null) return null;
    return { state: STATES[state.kind], reason: state.kind === 'failed' ? state.reason : null };
  }

  @Needs('admin', 'author')
  @Mutation()
  async publishQuestion(_: unknown, { input }: MutationPublishQuestionArgs, ctx: Ctx) {
    const organization = await getMembership(ctx, { slug: input.organization });
    const { accountId } = accountOf(ctx);
    const { files, isTrial = false } = input;
    const outcome = await this.publication.publish({ organization, accountId, files, isTrial });
    if (outcome.kind === 'refused') return questionRefusedProblem({ issues: shown(outcome.issues) });
    const { kind: _kind, warnings, ...published } = outcome;
    return publishQuestionSuccess({ ...published, warnings: shown(warnings) });
  }

  @Needs('admin', 'author')
  @Mutation()
  async withdrawQuestion(_: unknown, { input }: MutationWithdrawQuestionArgs, ctx: Ctx) {
    const organization = await getMembership(ctx, { slug: input.organization });
    const outcome = await this.publication.withdraw(organization, accountOf(ctx).accountId, input.slug);
    if (outcome === 'loaded') return questionLoadedProblem();
    return withdrawQuestionSuccess({ isWithdrawn: outcome === 'withdrawn' });
  }
}
