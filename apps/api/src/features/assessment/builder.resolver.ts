import type { Language } from '@holdout/bank';
import { checkDraft, proposeDraft, TEMPLATES } from '@holdout/assessment';
import type { OrganizationId } from '@holdout/persistence';
import { Query, Resolver } from '@nestjs/graphql';
import type {
  QueryAssessmentBankSearchArgs,
  QueryAssessmentQuestionArgs,
  QueryAssessmentTemplatesArgs,
  QueryBlueprintFactsArgs,
  QueryCheckAssessmentDraftArgs,
  QueryProposeAssessmentArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { AppError, notFound } from '../../platform/app-error';
import { kindView } from '../question-bank/kind-names';
import { languageView } from '../question-bank/languages';
import { cursorOf } from '../question-bank/question-bank.service';
import { readWish } from './assessment.resolver';
import { BankSearch } from './bank-search';
import { Blueprints } from './blueprints';
import { checkView } from './check-view';
import { readDraft, wishIssues } from './draft-input';
import { draftView } from './draft-view';
import { QuestionPreview } from './question-preview';

@Resolver()
export class BuilderResolver implements Pick<
  QueryResolvers,
  | 'assessmentTemplates'
  | 'proposeAssessment'
  | 'blueprintFacts'
  | 'assessmentBankSearch'
  | 'assessmentQuestion'
  | 'checkAssessmentDraft'
> {
  constructor(
    private readonly blueprints: Blueprints,
    private readonly search: BankSearch,
    private readonly previews: QuestionPreview,
  ) {}

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentTemplates(_: unknown, { organization }: QueryAssessmentTemplatesArgs, ctx: Ctx) {
    const id = await organizationId(organization, ctx);
    return Promise.all(
      TEMPLATES.map(async (template) => ({
        id: template.id,
        draft: draftView(template.draft),
        check: checkView(await this.blueprints.check(id, template.draft)),
      })),
    );
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async proposeAssessment(_: unknown, { organization, wish }: QueryProposeAssessmentArgs, ctx: Ctx) {
    const id = await organizationId(organization, ctx);
    const [issue] = wishIssues(wish);
    if (issue) throw new AppError('BAD_INPUT', `The field "${issue.field}" of the wish is out of bounds.`);
    const { bank } = await this.blueprints.of(id);
    const draft = proposeDraft(readWish(wish), bank);
    return { draft: draftView(draft), check: checkView(checkDraft(draft, bank)) };
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async blueprintFacts(_: unknown, { organization }: QueryBlueprintFactsArgs, ctx: Ctx) {
    const { stamp, questions, skills, bank } = await this.blueprints.of(await organizationId(organization, ctx));
    return {
      stamp,
      questions: questions.map(({ skills: skillIds, ...question }) => ({
        ...question,
        skillIds,
        kind: kindView(question.kind),
        languages: views(question.languages),
      })),
      skills: skills.map(({ domainName: domain, ...skill }) => ({ ...skill, domain })),
      practiceOnly: bank.facts.practiceOnly,
      languages: views(bank.languages),
    };
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentBankSearch(_: unknown, args: QueryAssessmentBankSearchArgs, ctx: Ctx) {
    const { organization, first, after = null, filter = null } = args;
    const page = await this.search.list(await organizationId(organization, ctx), filter, { first, after });
    const edges = page.rows.map((found) => ({ cursor: cursorOf(found.question), node: found }));
    const pageInfo = { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, totalCount: page.totalCount };
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentQuestion(_: unknown, { organization, questionId }: QueryAssessmentQuestionArgs, ctx: Ctx) {
    const found = await this.search.find(await organizationId(organization, ctx), questionId);
    if (found === null) throw notFound();
    return { ...found, ...(await this.previews.read(found.question)) };
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async checkAssessmentDraft(_: unknown, { organization, draft: input }: QueryCheckAssessmentDraftArgs, ctx: Ctx) {
    const id = await organizationId(organization, ctx);
    const { draft, issues } = readDraft(input);
    const [issue] = issues;
    if (issue) throw new AppError('BAD_INPUT', `The field "${issue.field}" of the draft is out of bounds.`);
    return checkView(await this.blueprints.check(id, draft));
  }
}

const organizationId = async (slug: string, ctx: Ctx): Promise<OrganizationId> =>
  (await getMembership(ctx, { slug })).id;

const views = (languages: readonly string[]) => languages.map((language) => languageView(language as Language));
