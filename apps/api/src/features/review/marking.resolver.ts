import {
  type AccountId,
  type Clock,
  Database,
  ReviewQueueRepository,
  type ReviewQueueRow,
  ReviewRepository,
} from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  invalidInputProblem,
  queueEmptyProblem,
  openMarkingSuccess,
  reviewFinalProblem,
  reviewTakenProblem,
  saveReviewSuccess,
} from '../../generated/outcomes';
import type {
  MarkingQueue,
  MutationOpenMarkingArgs,
  MutationResolvers,
  MutationSaveReviewArgs,
  QueryMarkingQueueArgs,
  QueryMarkingQueuesArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { idOrNotFound } from '../attempt/ids';
import { givenMark, markIssues } from './given-mark';
import { Marking } from './marking';
import { markingTaskView, queueView } from './marking-view';

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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('reviewer')
  @Query()
  async markingQueues(_: unknown, { organization: slug }: QueryMarkingQueuesArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    return this.viewOf(await this.db.repo(ReviewQueueRepository).list(id), ctx);
  }

  @Needs('reviewer')
  @Query()
  async markingQueue(_: unknown, { queueId }: QueryMarkingQueueArgs, ctx: Ctx) {
    const [queue = null] = await this.viewOf([await this.queueOf(queueId)], ctx);
    return queue;
  }

  @Needs('reviewer')
  @Mutation()
  async openMarking(_: unknown, { input: { queueId, number } }: MutationOpenMarkingArgs, ctx: Ctx) {
    const queue = await this.queueOf(queueId);
    const opened = await this.marking.open(queue.id, number, reviewerOf(ctx));
    if (opened === null) return queueEmptyProblem();
    const item = await this.db.repo(ReviewRepository).getItem(opened.task.itemId);
    return openMarkingSuccess({ task: await markingTaskView(this.db, queue, opened, item) });
  }

  @Needs('reviewer')
  @Mutation()
  async saveReview(_: unknown, { input }: MutationSaveReviewArgs, ctx: Ctx) {
    const queue = await this.queueOf(input.queueId);
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
        return this.saved(queue, ctx);
    }
  }

  private async saved(queue: ReviewQueueRow, ctx: Ctx) {
    const [view] = await this.viewOf([queue], ctx);
    if (view === undefined) throw notFound();
    return saveReviewSuccess({ queue: view });
  }

  private async viewOf(queues: readonly ReviewQueueRow[], ctx: Ctx): Promise<MarkingQueue[]> {
    const ids = queues.map(({ id }) => id);
    const rows = await this.db.repo(ReviewQueueRepository).listWork(ids, reviewerOf(ctx), this.clock.now());
    const work = new Map(rows.map((row) => [row.queueId, row]));
    return queues.flatMap((queue) => {
      const own = work.get(queue.id);
      return own === undefined ? [] : [queueView(queue, own)];
    });
  }

  private async queueOf(queueId: string): Promise<ReviewQueueRow> {
    const queue = await this.db.repo(ReviewQueueRepository).find(idOrNotFound(queueId));
    if (queue === null) throw notFound();
    return queue;
  }
}

const reviewerOf = (ctx: Ctx): AccountId => accountOf(ctx).accountId;
