import { type AccountId, Database } from '@holdout/persistence';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  invalidInputProblem,
  queueEmptyProblem,
  openCalibrationSuccess,
  openMarkingSuccess,
  reviewFinalProblem,
  reviewTakenProblem,
  saveReviewSuccess,
} from '../../generated/outcomes';
import type {
  MutationOpenMarkingArgs,
  MutationResolvers,
  MutationSaveReviewArgs,
  QueryMarkingQueueArgs,
  QueryMarkingQueuesArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { idOrNotFound } from '../attempt/ids';
import { givenMark, markIssues } from './given-mark';
import { Marking } from './marking';
import { MarkingQueues } from './marking-queues';
import { calibrationView, markingTaskView } from './marking-view';

/** What one reviewer sees and marks. The access table has checked the role. */
@Resolver()
export class MarkingResolver
  implements
    Pick<QueryResolvers, 'markingQueues' | 'markingQueue'>,
    Pick<MutationResolvers, 'openMarking' | 'saveReview'>
{
  constructor(
    private readonly db: Database,
    private readonly marking: Marking,
    private readonly queues: MarkingQueues,
  ) {}

  @Needs('reviewer')
  @Query()
  async markingQueues(_: unknown, { organization: slug }: QueryMarkingQueuesArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    return this.queues.list(id, reviewerOf(ctx));
  }

  @Needs('reviewer')
  @Query()
  async markingQueue(_: unknown, { queueId }: QueryMarkingQueueArgs, ctx: Ctx) {
    return this.queues.view(await this.queues.get(queueId), reviewerOf(ctx));
  }

  @Needs('reviewer')
  @Mutation()
  async openMarking(_: unknown, { input: { queueId, number } }: MutationOpenMarkingArgs, ctx: Ctx) {
    const queue = await this.queues.get(queueId);
    const reviewer = reviewerOf(ctx);
    const calibration = await this.marking.calibrationBefore(queue, number, reviewer);
    if (calibration !== null) {
      return openCalibrationSuccess({ calibration: await calibrationView(this.db, queue, calibration) });
    }
    const opened = await this.marking.open(queue.id, number, reviewer);
    if (opened === null) return queueEmptyProblem();
    return openMarkingSuccess({ task: await markingTaskView(this.db, queue, opened) });
  }

  @Needs('reviewer')
  @Mutation()
  async saveReview(_: unknown, { input }: MutationSaveReviewArgs, ctx: Ctx) {
    const queue = await this.queues.get(input.queueId);
    const mark = givenMark(input);
    const issues = markIssues(input, mark);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const outcome = await this.marking.save(queue, idOrNotFound(input.taskId), mark, reviewerOf(ctx));
    switch (outcome.kind) {
      case 'notWhole':
        return invalidInputProblem({ issues: [{ field: 'levels', code: 'MISSING', limit: null }] });
      case 'taken':
        return reviewTakenProblem();
      case 'final':
        return reviewFinalProblem();
      case 'saved':
        return saveReviewSuccess({ queue: await this.queues.view(queue, reviewerOf(ctx)) });
    }
  }
}

const reviewerOf = (ctx: Ctx): AccountId => accountOf(ctx).accountId;
