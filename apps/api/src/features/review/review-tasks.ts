import { policyOf, secondMarkDue } from '@holdout/assessment';
import {
  type AttemptRow,
  type Clock,
  type Database,
  type ItemRow,
  ReviewPlanRepository,
  ReviewTaskRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { secondMarksOf } from './second-marks-of';

/** Asks people for the marks of answers that no key decides, in the transaction that ends the attempt. */
@Injectable()
export class ReviewTasks {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async open(tx: Database, attempt: AttemptRow, items: readonly ItemRow[]): Promise<void> {
    const { assessmentVersionId } = attempt;
    if (!policyOf(attempt).hasReport || assessmentVersionId === null || items.length === 0) return;
    const now = this.clock.now();
    const tasks = tx.repo(ReviewTaskRepository);
    const versionIds = [...new Set(items.map(({ versionId }) => versionId))];
    const queues = await tasks.ensureQueues(assessmentVersionId, versionIds, now);
    const rule = secondMarksOf(await tx.repo(ReviewPlanRepository).getOfVersion(assessmentVersionId));
    const first = items.map(({ id: itemId, versionId }) => {
      const queueId = queues.get(versionId);
      if (queueId === undefined) throw new Error(`The question version ${versionId} has no queue.`);
      return { itemId, queueId };
    });
    await tasks.open(1, first, now);
    const second = first.filter(({ itemId }) => secondMarkDue(rule, itemId, null) === 'due');
    if (second.length > 0) await tasks.open(2, second, now);
  }

  /** Another revision of an answer counts now: who marked it marks it again. */
  reopen(tx: Database, itemId: string): Promise<void> {
    return tx.repo(ReviewTaskRepository).reopen(itemId, this.clock.now());
  }
}
