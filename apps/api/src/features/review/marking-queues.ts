import {
  type AccountId,
  type Clock,
  Database,
  type OrganizationId,
  ReviewQueueRepository,
  type ReviewQueueRow,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { MarkingQueue } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { idOrNotFound } from '../attempt/ids';
import { queueView } from './marking-view';

/** Queues as one reviewer sees them. */
@Injectable()
export class MarkingQueues {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(queueId: string): Promise<ReviewQueueRow> {
    const queue = await this.db.repo(ReviewQueueRepository).find(idOrNotFound(queueId));
    if (queue === null) throw notFound();
    return queue;
  }

  async list(organizationId: OrganizationId, accountId: AccountId): Promise<readonly MarkingQueue[]> {
    return this.views(await this.db.repo(ReviewQueueRepository).list(organizationId), accountId);
  }

  async view(queue: ReviewQueueRow, accountId: AccountId): Promise<MarkingQueue> {
    const [view] = await this.views([queue], accountId);
    if (view === undefined) throw notFound();
    return view;
  }

  private async views(queues: readonly ReviewQueueRow[], accountId: AccountId): Promise<MarkingQueue[]> {
    const ids = queues.map(({ id }) => id);
    const rows = await this.db.repo(ReviewQueueRepository).listWork(ids, accountId, this.clock.now());
    const work = new Map(rows.map((row) => [row.queueId, row]));
    return queues.flatMap((queue) => {
      const own = work.get(queue.id);
      return own === undefined ? [] : [queueView(queue, own)];
    });
  }
}
