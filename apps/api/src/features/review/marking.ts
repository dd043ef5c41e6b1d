import {
  type AccountId,
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  newId,
  ReviewDisagreementRepository,
  type ReviewId,
  type ReviewNotes,
  type ReviewQueueId,
  ReviewQueueRepository,
  type ReviewQueueRow,
  ReviewRepository,
  ReviewTaskRepository,
  type ReviewTaskRow,
} from '@holdout/persistence';
import { isMarkedWhole, type Levels } from '@holdout/scoring';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { Calibrating, type CalibrationTask } from './calibrating';
import { criteriaOf, rubricVersions } from './rubric-of';
import { Settling } from './settling';

/** A mark as a reviewer gives it. */
export type GivenMark = {
  readonly levels: Levels;
  readonly isFlagged: boolean;
  readonly seconds: number;
  readonly notes: ReviewNotes;
};

/** Where a task stands among those of the reviewer, counted from 1. */
export type OpenedTask = { readonly task: ReviewTaskRow; readonly number: number; readonly total: number };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly task: ReviewTaskRow }
  /** The reviewer has not the task, or no longer. */
  | { readonly kind: 'taken' }
  /** Both marks have been shown, or the report was released. */
  | { readonly kind: 'final' }
  | { readonly kind: 'notWhole' };

/** Reviewers open one answer after the other, and mark it. */
@Injectable()
export class Marking {
  constructor(
    private readonly db: Database,
    private readonly settling: Settling,
    private readonly calibrating: Calibrating,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the reviewer marks of the calibration set before a new answer; null if nothing, and for an answer they have marked. */
  async calibrationBefore(
    queue: ReviewQueueRow,
    number: number,
    accountId: AccountId,
  ): Promise<CalibrationTask | null> {
    const done = await this.db.repo(ReviewTaskRepository).listDone(queue.id, accountId);
    if (number >= 1 && number <= done.length) return null;
    const [work] = await this.db.repo(ReviewQueueRepository).listWork([queue.id], accountId, this.clock.now());
    return work === undefined || work.toMark + work.secondMarks === 0 ? null : this.calibrating.next(queue, accountId);
  }

  /** The reviewer's marked answer of this number, or after the last of them the next one to mark; null if there is none. */
  async open(queueId: ReviewQueueId, number: number, accountId: AccountId): Promise<OpenedTask | null> {
    const now = this.clock.now();
    const done = await this.db.repo(ReviewTaskRepository).listDone(queueId, accountId);
    const [work] = await this.db.repo(ReviewQueueRepository).listWork([queueId], accountId, now);
    const total = done.length + (work === undefined ? 0 : work.toMark + work.secondMarks);
    const marked = done[number - 1];
    if (marked !== undefined) return { task: marked, number, total };
    const task = await this.db.transaction((tx) => tx.repo(ReviewTaskRepository).take({ queueId, accountId, now }));
    return task === null ? null : { task, number: done.length + 1, total: Math.max(total, done.length + 1) };
  }

  /** Saves a mark. Of a task that is done it replaces the mark, which stays stored. */
  async save(queue: ReviewQueueRow, taskId: string, mark: GivenMark, accountId: AccountId): Promise<SaveOutcome> {
    if (!(await this.isWhole(queue, mark.levels))) return { kind: 'notWhole' };
    const found = await this.db.repo(ReviewTaskRepository).find(queue.id, taskId);
    if (found === null) return { kind: 'taken' };
    return this.db.transaction(async (tx): Promise<SaveOutcome> => {
      // Every transaction that scores locks the attempt before anything below it.
      const attempt = await tx.repo(AttemptRepository).getForUpdate(found.attemptId);
      const task = await tx.repo(ReviewTaskRepository).holdOwn(queue.id, found.id, accountId);
      if (task === null) return { kind: 'taken' };
      if (await this.isFinal(tx, attempt, task)) return { kind: 'final' };
      const at = this.clock.now();
      const whose = { organizationId: queue.organizationId, taskId: task.id, accountId };
      await tx.repo(ReviewRepository).insert({ ...mark, ...whose, id: newId<ReviewId>(this.clock), at });
      await tx.repo(ReviewTaskRepository).finish(task.id, at);
      await this.settling.settle(tx, attempt.id);
      return { kind: 'saved', task: { ...task, doneAt: task.doneAt ?? at } };
    });
  }

  private async isWhole({ rubricVersionId }: ReviewQueueRow, levels: Levels): Promise<boolean> {
    const versionOf = await rubricVersions(this.db, [rubricVersionId]);
    return isMarkedWhole(criteriaOf(versionOf(rubricVersionId)), levels);
  }

  private async isFinal(tx: Database, { releasedAt }: AttemptRow, { itemId, round, doneAt }: ReviewTaskRow) {
    if (doneAt === null) return false;
    return releasedAt !== null || (await tx.repo(ReviewDisagreementRepository).exists(itemId, round));
  }
}
