import type { Language as BankLanguage } from '@holdout/bank';
import { parseId, type QuestionRow } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { invalidInputProblem, reportQuestionSuccess } from '../../generated/outcomes';
import type {
  Language,
  MutationReportQuestionArgs,
  MutationResolvers,
  QueryQuestionArgs,
  QueryQuestionsArgs,
  QueryResolvers,
  QuestionKind,
  QuestionResolvers,
  Runtime,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { RateLimits } from '../../platform/access/rate-limits';
import { kindView } from './kind-names';
import { languageView, runtimeOf, type Stated } from './languages';
import { practiceStateOf, skillsOfVersion } from './question-bank.loader';
import { cursorOf, QuestionBankService } from './question-bank.service';
import { reportIssues } from './report-issues';

const REPORTS_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

@Resolver('Question')
export class QuestionBankResolver
  implements
    Pick<QueryResolvers, 'questions' | 'question' | 'skillDomains'>,
    Pick<MutationResolvers, 'reportQuestion'>,
    Pick<QuestionResolvers, 'kind' | 'languages' | 'runtimes' | 'skills' | 'practiceState'>
{
  constructor(
    private readonly bank: QuestionBankService,
    private readonly limits: RateLimits,
  ) {}

  @Needs('anyone')
  @Query()
  async questions(_: unknown, { first, after = null, filter = null }: QueryQuestionsArgs, ctx: Ctx) {
    const { totalCount, ...page } = await this.bank.list(filter, ctx.subject, { first, after });
    const edges = page.rows.map((node) => ({ cursor: cursorOf(node), node }));
    return { edges, totalCount, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('anyone')
  @Query()
  async question(_: unknown, { slug }: QueryQuestionArgs, ctx: Ctx) {
    const question = await this.bank.findBySlug(slug, ctx.subject);
    if (question === null) throw notFound();
    return question;
  }

  @Needs('anyone')
  @Query()
  skillDomains(_: unknown, _args: unknown, ctx: Ctx) {
    return this.bank.listDomains(ctx.subject);
  }

  @Needs('anyone')
  @Mutation()
  async reportQuestion(_: unknown, { input }: MutationReportQuestionArgs, ctx: Ctx) {
    const issues = reportIssues(input);
    if (issues.length > 0) return invalidInputProblem({ issues });
    await this.limits.take(`report:${this.limits.ofAddress(ctx.address)}`, REPORTS_PER_ADDRESS);
    const hasSession = ctx.subject !== null || ctx.candidate !== null;
    const reporter = { practiser: ctx.subject, holders: hasSession ? holdersOf(ctx) : null };
    const report = { ...input, slug: input.slug ?? null, itemId: itemIdOf(input) };
    const reference = await this.bank.report(report, reporter);
    if (reference === null) throw notFound();
    return reportQuestionSuccess({ reference });
  }

  @ResolveField()
  kind(question: QuestionRow): QuestionKind {
    return kindView(question.kind);
  }

  @ResolveField()
  languages(question: QuestionRow): Language[] {
    return question.languages.map((language) => languageView(language as BankLanguage));
  }

  @ResolveField()
  runtimes(question: QuestionRow): Runtime[] {
    return question.stated.map(({ language, ...stated }) => runtimeOf(language as BankLanguage, stated as Stated));
  }

  @ResolveField()
  skills(question: QuestionRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(skillsOfVersion).load(question.versionId);
  }

  @ResolveField()
  practiceState(question: QuestionRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(practiceStateOf).load(question.id);
  }
}

/** The item of a report; NOT_FOUND if the text is not an id. */
function itemIdOf({ itemId }: MutationReportQuestionArgs['input']): string | null {
  if (itemId === null || itemId === undefined) return null;
  const id = parseId(itemId);
  if (id === null) throw notFound();
  return id;
}
