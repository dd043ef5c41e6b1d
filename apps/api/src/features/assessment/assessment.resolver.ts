import { type AssessmentId, type AssessmentRow, type AssessmentVersionRow, parseId } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  archiveAssessmentSuccess,
  createAssessmentSuccess,
  invalidInputProblem,
  renameAssessmentSuccess,
} from '../../generated/outcomes';
import type {
  AssessmentResolvers,
  AssessmentWish,
  CreateAssessmentInput,
  MutationArchiveAssessmentArgs,
  MutationCreateAssessmentArgs,
  MutationRenameAssessmentArgs,
  MutationResolvers,
  QueryAssessmentArgs,
  QueryAssessmentsArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { notFound } from '../../platform/app-error';
import { cursorOf, ORDERS, readAssessmentFilter, readCursor } from './assessment-list';
import { countsOfAssessment, newsOfAssessment, versionsOfAssessment } from './assessment.loader';
import { AssessmentService, type Origin } from './assessment.service';
import { readTitle } from './assessment-title';
import { wishIssues } from './draft-input';

/** The id of an assessment that the access table has found. */
export const assessmentId = (id: string): AssessmentId => {
  const known = parseId<AssessmentId>(id);
  if (known === null) throw notFound();
  return known;
};

@Resolver('Assessment')
export class AssessmentResolver
  implements
    Pick<QueryResolvers, 'assessments' | 'assessment'>,
    Pick<MutationResolvers, 'createAssessment' | 'renameAssessment' | 'archiveAssessment'>,
    Pick<
      AssessmentResolvers,
      'hasUnpublishedChanges' | 'versions' | 'counts' | 'undelivered' | 'lastSubmittedAt' | 'hasNewSubmissions'
    >
{
  constructor(private readonly service: AssessmentService) {}

  @Needs('admin', 'manager', 'recruiter', 'author')
  @Query()
  async assessments(_: unknown, { organization: slug, first, after, filter, order }: QueryAssessmentsArgs, ctx: Ctx) {
    const { id: organizationId } = await getMembership(ctx, { slug });
    const by = ORDERS[order ?? 'CHANGED_LAST'];
    const page = { first, order: by, after: after ? readCursor(by, after) : null };
    const wanted = readAssessmentFilter(filter ?? {}, accountOf(ctx).accountId);
    const { rows, hasNextPage, totalCount } = await this.service.list(organizationId, wanted, page);
    const edges = rows.map((node) => ({ cursor: cursorOf(by, node), node }));
    return { edges, totalCount, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin', 'manager', 'recruiter', 'author')
  @Query()
  assessment(_: unknown, { id }: QueryAssessmentArgs) {
    return this.service.get(assessmentId(id));
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async createAssessment(_: unknown, { input }: MutationCreateAssessmentArgs, ctx: Ctx) {
    const { id: organizationId } = await getMembership(ctx, { slug: input.organization });
    const { title, issues } = readTitle(input.title);
    const found = [...issues, ...originIssues(input)];
    if (found.length > 0) return invalidInputProblem({ issues: found });
    const wanted = { organizationId, title, origin: originOf(input) };
    const assessment = await this.service.create(wanted, accountOf(ctx).accountId);
    if (assessment === null) throw notFound();
    return createAssessmentSuccess({ assessment });
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async renameAssessment(_: unknown, { input }: MutationRenameAssessmentArgs, ctx: Ctx) {
    const { title, issues } = readTitle(input.title);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const id = assessmentId(input.assessmentId);
    return renameAssessmentSuccess({
      assessment: await this.service.rename(id, title, accountOf(ctx).accountId),
    });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async archiveAssessment(_: unknown, { input }: MutationArchiveAssessmentArgs, ctx: Ctx) {
    const id = assessmentId(input.assessmentId);
    const assessment = await this.service.setArchived(id, input.isArchived, accountOf(ctx).accountId);
    return archiveAssessmentSuccess({ assessment });
  }

  @ResolveField()
  hasUnpublishedChanges({ draftRevision, publishedRevision }: AssessmentRow): boolean {
    return draftRevision !== publishedRevision;
  }

  @ResolveField()
  async versions({ id }: AssessmentRow, _: unknown, ctx: Ctx) {
    return (await ctx.loaders.of(versionsOfAssessment).load(id)).map(summaryOf);
  }

  @ResolveField()
  counts({ id }: AssessmentRow, _: unknown, ctx: Ctx) {
    return ctx.loaders.of(countsOfAssessment).load(id);
  }

  @ResolveField()
  async undelivered({ id }: AssessmentRow, _: unknown, ctx: Ctx) {
    return (await ctx.loaders.of(newsOfAssessment).load(id)).undelivered;
  }

  @ResolveField()
  async lastSubmittedAt({ id }: AssessmentRow, _: unknown, ctx: Ctx) {
    return (await ctx.loaders.of(newsOfAssessment).load(id)).lastSubmittedAt;
  }

  @ResolveField()
  async hasNewSubmissions({ id }: AssessmentRow, _: unknown, ctx: Ctx) {
    const { lastSubmittedAt } = await ctx.loaders.of(newsOfAssessment).load(id);
    return lastSubmittedAt !== null && this.service.isNew(lastSubmittedAt);
  }
}

function summaryOf({ content: { title, minutes }, ...version }: AssessmentVersionRow) {
  return { ...version, title, minutes };
}

function originIssues({ templateId, wish, copyOf }: CreateAssessmentInput) {
  if ([templateId, wish, copyOf].filter((each) => each !== null && each !== undefined).length > 1)
    return [{ field: 'templateId', code: 'MALFORMED' as const }];
  return wish ? wishIssues(wish) : [];
}

function originOf({ templateId, wish, copyOf }: CreateAssessmentInput): Origin {
  if (templateId) return { kind: 'template', templateId };
  if (wish) return { kind: 'wish', wish: readWish(wish) };
  return copyOf ? { kind: 'copy', of: assessmentId(copyOf) } : { kind: 'empty' };
}

/** The wish for a proposal, in the terms of `@holdout/assessment`. */
export function readWish({ role, level, skills, minutes }: AssessmentWish) {
  return { role, level: level.toLowerCase() as Lowercase<typeof level>, skills, minutes };
}
