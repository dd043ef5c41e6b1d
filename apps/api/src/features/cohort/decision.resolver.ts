import { type Clock, type CohortViewId, CohortViewRepository, Database, newId, parseId } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  decideCandidatesSuccess,
  deleteCohortViewSuccess,
  invalidInputProblem,
  saveCohortViewSuccess,
  undoDecisionsSuccess,
} from '../../generated/outcomes';
import type {
  InputIssue,
  MutationDecideCandidatesArgs,
  MutationDeleteCohortViewArgs,
  MutationResolvers,
  MutationSaveCohortViewArgs,
  MutationUndoDecisionsArgs,
} from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { assessmentId } from '../assessment/assessment.resolver';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { textIssues, tidy } from '../live/message-text';
import { Cohorts } from './cohort.service';
import { kindNamed } from './cohort-view';
import { Decisions, type Member } from './decisions';

const LONGEST_REASON = 2000;
const LONGEST_NAME = 80;
const MOST_VIEWS = 20;

/** Decisions about candidates, and the views that members save of a cohort. */
@Resolver()
export class DecisionResolver implements Pick<
  MutationResolvers,
  'decideCandidates' | 'undoDecisions' | 'saveCohortView' | 'deleteCohortView'
> {
  constructor(
    private readonly decisions: Decisions,
    private readonly cohorts: Cohorts,
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin', 'manager', 'recruiter')
  @Mutation()
  async decideCandidates(_: unknown, { input }: MutationDecideCandidatesArgs, ctx: Ctx) {
    const reason = tidy(input.reason);
    const issues = textIssues(reason, { mayBeEmpty: false, field: 'reason', longest: LONGEST_REASON });
    if (issues.length > 0) return invalidInputProblem({ issues });
    const of = assessmentId(input.assessmentId);
    const by = await memberOf(ctx, input.assessmentId);
    const changed = await this.decisions.decide(by, of, { ...input, kind: kindNamed(input.kind), reason });
    return decideCandidatesSuccess({ entries: await this.cohorts.listByIds(of, changed) });
  }

  @Needs('admin', 'manager', 'recruiter')
  @Mutation()
  async undoDecisions(_: unknown, { input }: MutationUndoDecisionsArgs, ctx: Ctx) {
    const of = assessmentId(input.assessmentId);
    const by = await memberOf(ctx, input.assessmentId);
    const changed = await this.decisions.undo(by, of, input.decisions);
    return undoDecisionsSuccess({ entries: await this.cohorts.listByIds(of, changed) });
  }

  @Needs('admin', 'manager', 'recruiter')
  @Mutation()
  async saveCohortView(_: unknown, { input }: MutationSaveCohortViewArgs, ctx: Ctx) {
    const name = tidy(input.name);
    const by = await memberOf(ctx, input.assessmentId);
    const owner = { ...by, assessmentId: assessmentId(input.assessmentId) };
    const issues: InputIssue[] = textIssues(name, { mayBeEmpty: false, field: 'name', longest: LONGEST_NAME });
    const views = this.db.repo(CohortViewRepository);
    if (issues.length === 0 && (await views.countOthers(owner, name)) >= MOST_VIEWS)
      issues.push({ field: 'name', code: 'TOO_LARGE', limit: MOST_VIEWS });
    if (issues.length > 0) return invalidInputProblem({ issues });
    const saved = { id: newId<CohortViewId>(this.clock), name, query: input.query, savedAt: this.clock.now() };
    return saveCohortViewSuccess({ view: await views.save(owner, saved) });
  }

  @Needs('admin', 'manager', 'recruiter')
  @Mutation()
  async deleteCohortView(_: unknown, { input }: MutationDeleteCohortViewArgs, ctx: Ctx) {
    const owner = { ...(await memberOf(ctx, input.assessmentId)), assessmentId: assessmentId(input.assessmentId) };
    const id = parseId<CohortViewId>(input.id);
    const isDeleted = id !== null && (await this.db.repo(CohortViewRepository).delete(owner, id));
    return deleteCohortViewSuccess({ id: isDeleted ? input.id : null });
  }
}

async function memberOf(ctx: Ctx, id: string): Promise<Member> {
  const by = await actorOfAssessment(ctx, id);
  return { ...by, accountId: accountOf(ctx).accountId };
}
