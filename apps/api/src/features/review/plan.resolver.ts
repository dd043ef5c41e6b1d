import {
  type AccountId,
  Database,
  ReviewCalibrationRepository,
  ReviewPlanRepository,
  type ReviewQueueRow,
} from '@holdout/persistence';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { Needs } from '../../access/needs';
import {
  assignReviewsSuccess,
  chooseCalibrationSuccess,
  invalidInputProblem,
  notMarkedProblem,
  rubricUnchangedProblem,
  saveReviewPlanSuccess,
  startRegradeSuccess,
} from '../../generated/outcomes';
import type {
  InputIssue,
  MutationAssignReviewsArgs,
  MutationChooseCalibrationArgs,
  MutationResolvers,
  MutationSaveReviewPlanArgs,
  MutationStartRegradeArgs,
  QueryMarkedAnswersArgs,
  QueryResolvers,
  QueryReviewPlanArgs,
} from '../../generated/resolvers';
import { assessmentId } from '../assessment/assessment.resolver';
import { idOrNotFound } from '../attempt/ids';
import { actorOfAssessment } from '../candidate-invitation/acting';
import { textIssues, tidy } from '../live/message-text';
import { MarkingQueues } from './marking-queues';
import { markedAnswerView, ReviewPlans, SECOND_MARKS } from './plan-view';
import { planIssues, shareIssues } from './plan-issues';
import { Planning } from './planning';

const MOST_SHOWN = 200;

/** How managers plan marking, and follow it. The access table has checked the role. */
@Resolver()
export class PlanResolver
  implements
    Pick<QueryResolvers, 'reviewPlan' | 'markedAnswers'>,
    Pick<MutationResolvers, 'saveReviewPlan' | 'assignReviews' | 'startRegrade' | 'chooseCalibration'>
{
  constructor(
    private readonly db: Database,
    private readonly planning: Planning,
    private readonly plans: ReviewPlans,
    private readonly queues: MarkingQueues,
  ) {}

  @Needs('admin', 'manager')
  @Query()
  async reviewPlan(_: unknown, { assessmentId: id }: QueryReviewPlanArgs, ctx: Ctx) {
    return this.plans.view((await actorOfAssessment(ctx, id)).organizationId, assessmentId(id));
  }

  @Needs('admin', 'manager')
  @Query()
  async markedAnswers(_: unknown, { queueId }: QueryMarkedAnswersArgs) {
    return this.marked(await this.queues.get(queueId));
  }

  @Needs('admin', 'manager')
  @Mutation()
  async saveReviewPlan(_: unknown, { input }: MutationSaveReviewPlanArgs, ctx: Ctx) {
    const by = await actorOfAssessment(ctx, input.assessmentId);
    const issues = planIssues(input, await this.reviewersOf(by));
    if (issues.length > 0) return invalidInputProblem({ issues });
    const { secondMarks, share, margin, daysDue, calibrates } = input;
    await this.planning.save(by, assessmentId(input.assessmentId), {
      secondMarks: SECOND_MARKS[secondMarks],
      ...{ share, margin, daysDue: daysDue ?? null, calibrates },
      reviewerIds: [...new Set(input.reviewerIds.map((id) => idOrNotFound(id) as AccountId))],
    });
    return saveReviewPlanSuccess({ plan: await this.plans.view(by.organizationId, assessmentId(input.assessmentId)) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async assignReviews(_: unknown, { input: { queueId, shares } }: MutationAssignReviewsArgs, ctx: Ctx) {
    const queue = await this.queues.get(queueId);
    const by = actorOfQueue(queue, ctx);
    const issues = shareIssues(shares, await this.reviewersOf(by));
    if (issues.length > 0) return invalidInputProblem({ issues });
    const assignedCount = await this.planning.assign(by, queue, shares);
    return assignReviewsSuccess({ assignedCount, plan: await this.planOf(queue) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async startRegrade(_: unknown, { input }: MutationStartRegradeArgs, ctx: Ctx) {
    const queue = await this.queues.get(input.queueId);
    const reason = tidy(input.reason);
    const issues = reasonIssues(reason);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const answerCount = await this.planning.regrade(actorOfQueue(queue, ctx), queue, reason);
    if (answerCount === null) return rubricUnchangedProblem();
    return startRegradeSuccess({ answerCount, plan: await this.planOf(queue) });
  }

  @Needs('admin', 'manager')
  @Mutation()
  async chooseCalibration(_: unknown, { input }: MutationChooseCalibrationArgs, ctx: Ctx) {
    const queue = await this.queues.get(input.queueId);
    const reason = tidy(input.reason);
    const issues = reasonIssues(reason);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const taskId = idOrNotFound(input.taskId);
    const isChosen = await this.planning.chooseCalibration(actorOfQueue(queue, ctx), queue, taskId, reason);
    return isChosen ? chooseCalibrationSuccess({ answers: await this.marked(queue) }) : notMarkedProblem();
  }

  private async marked(queue: ReviewQueueRow) {
    return (await this.db.repo(ReviewCalibrationRepository).listMarked(queue, MOST_SHOWN)).map(markedAnswerView);
  }

  private planOf({ organizationId, assessmentId: id }: ReviewQueueRow) {
    return this.plans.view(organizationId, id);
  }

  private async reviewersOf({ organizationId }: Actor): Promise<readonly string[]> {
    const reviewers = await this.db.repo(ReviewPlanRepository).listReviewers(organizationId);
    return reviewers.map(({ accountId }) => accountId);
  }
}

const actorOfQueue = ({ organizationId }: ReviewQueueRow, ctx: Ctx): Actor => ({
  organizationId,
  accountId: accountOf(ctx).accountId,
});

const reasonIssues = (reason: string): InputIssue[] => textIssues(reason, { mayBeEmpty: false, field: 'reason' });
