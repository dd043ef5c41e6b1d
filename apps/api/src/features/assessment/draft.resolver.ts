import { type DraftRevisionRow, parseId } from '@holdout/persistence';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  invalidInputProblem,
  restoreAssessmentRevisionSuccess,
  saveAssessmentDraftSuccess,
  staleAssessmentDraftProblem,
} from '../../generated/outcomes';
import type {
  MutationResolvers,
  MutationRestoreAssessmentRevisionArgs,
  MutationSaveAssessmentDraftArgs,
  QueryAssessmentDraftArgs,
  QueryAssessmentHistoryArgs,
  QueryAssessmentRevisionArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import { notFound } from '../../platform/app-error';
import { idOrNotFound } from '../attempt/ids';
import { assessmentId } from './assessment.resolver';
import { DraftService, type DraftState, type SaveOutcome } from './draft.service';
import { readDraft } from './draft-input';
import { draftView } from './draft-view';

@Resolver()
export class DraftResolver
  implements
    Pick<QueryResolvers, 'assessmentDraft' | 'assessmentHistory' | 'assessmentRevision'>,
    Pick<MutationResolvers, 'saveAssessmentDraft' | 'restoreAssessmentRevision'>
{
  constructor(private readonly drafts: DraftService) {}

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentDraft(_: unknown, { assessmentId: id }: QueryAssessmentDraftArgs) {
    return stateView(await this.drafts.get(assessmentId(id)));
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentHistory(_: unknown, { assessmentId: id, first, after }: QueryAssessmentHistoryArgs) {
    const count = Math.min(first, 50);
    const page = { first: count, after: after ? parseId(after) : null };
    const { rows, hasNextPage } = await this.drafts.history(assessmentId(id), page);
    const edges = rows.map((row) => ({ cursor: row.id, node: revisionView(row) }));
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @Needs('admin', 'manager', 'author')
  @Query()
  async assessmentRevision(_: unknown, { assessmentId: id, revisionId }: QueryAssessmentRevisionArgs) {
    const found = await this.drafts.findRevision(assessmentId(id), idOrNotFound(revisionId));
    if (found === null) throw notFound();
    return { ...found, number: found.revision, draft: draftView(found.draft) };
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async saveAssessmentDraft(_: unknown, { input }: MutationSaveAssessmentDraftArgs, ctx: Ctx) {
    const { draft, issues } = readDraft(input.draft);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const save = { draft, basedOn: input.basedOn };
    const outcome = await this.drafts.save(assessmentId(input.assessmentId), save, accountOf(ctx).accountId);
    if (outcome.kind === 'stale') return staleView(outcome);
    return saveAssessmentDraftSuccess({ state: stateView(outcome.state) });
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async restoreAssessmentRevision(_: unknown, { input }: MutationRestoreAssessmentRevisionArgs, ctx: Ctx) {
    const by = { basedOn: input.basedOn, accountId: accountOf(ctx).accountId };
    const outcome = await this.drafts.restore(assessmentId(input.assessmentId), idOrNotFound(input.revisionId), by);
    if (outcome === null) throw notFound();
    if (outcome.kind === 'stale') return staleView(outcome);
    return restoreAssessmentRevisionSuccess({ state: stateView(outcome.state) });
  }
}

/** The schema's form of a stored draft. */
export function stateView({ assessment, draft }: DraftState) {
  const { draftRevision: revision, updatedAt: savedAt, updatedBy: savedBy } = assessment;
  return { assessment, revision, savedAt, savedBy, draft: draftView(draft) };
}

/** The schema's form of a refused save. */
export function staleView({ current, base }: Omit<Extract<SaveOutcome, { kind: 'stale' }>, 'kind'>) {
  return staleAssessmentDraftProblem({ current: stateView(current), base: base === null ? null : draftView(base) });
}

function revisionView({ id, revision, savedAt, savedBy, draft }: DraftRevisionRow) {
  const entries = draft.sections.flatMap((section) => section.entries);
  const questions = entries.reduce((sum, entry) => sum + (entry.kind === 'pool' ? entry.draw : 1), 0);
  return { id, number: revision, savedAt, savedBy, questions, minutes: draft.minutes };
}
