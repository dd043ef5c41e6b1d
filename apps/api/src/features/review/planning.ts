import { type ReviewerShare, rubricChanges, shareOut } from '@holdout/assessment';
import type { RubricSecret } from '@holdout/bank';
import {
  type AccountId,
  type AssessmentId,
  Database,
  ReviewCalibrationRepository,
  ReviewPlanRepository,
  type ReviewPlanRow,
  type ReviewQueueRow,
  ReviewTaskRepository,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { rubricVersions } from './rubric-of';
import { Settling } from './settling';

/** Managers plan who marks what, and start marking again. */
@Injectable()
export class Planning {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly settling: Settling,
  ) {}

  async save(by: Actor, assessmentId: AssessmentId, plan: ReviewPlanRow): Promise<void> {
    const { organizationId, accountId } = by;
    await this.acts.run(by, async (tx, at) => {
      const plans = tx.repo(ReviewPlanRepository);
      const { daysDue } = await plans.get(assessmentId);
      await plans.save({ assessmentId, organizationId }, plan, { accountId, at });
      if (plan.daysDue !== daysDue) await tx.repo(ReviewTaskRepository).setDue(assessmentId, plan.daysDue);
      return done(undefined, { act: 'review.planned', objectId: assessmentId });
    });
    await this.settleAll(assessmentId);
  }

  /** Settles marks that a changed plan, or a score that came later, may let count; those of all assessments if null. */
  async settleAll(assessmentId: AssessmentId | null): Promise<void> {
    for (const attemptId of await this.db.repo(ReviewTaskRepository).listUnsettled(assessmentId)) {
      await this.db.transaction((tx) => this.settling.settle(tx, attemptId));
    }
  }

  /** How many answers were assigned, or given back to all. */
  assign(by: Actor, queue: ReviewQueueRow, shares: readonly ReviewerShare[]): Promise<number> {
    return this.acts.run(by, async (tx, now) => {
      const tasks = tx.repo(ReviewTaskRepository);
      const free = await tasks.listAssignable(queue.id, now, true);
      const given = shareOut(free, shares);
      const back = shares.length === 0 ? free.map(({ id: taskId }) => ({ taskId, reviewerId: null })) : [];
      let count = 0;
      for (const { taskId, reviewerId } of [...given, ...back]) {
        // Both marks of an answer may be in the list: the second is not given to whoever has just got the first.
        if (await tasks.assign(taskId, reviewerId as AccountId | null)) count += 1;
      }
      if (count === 0) return nothingDone(0);
      const detail = { assessmentId: queue.assessmentId, count };
      return done(count, { act: 'review.assigned', objectId: queue.id, detail });
    });
  }

  /** How many answers are marked again; null if the current rubric is the one that they are marked by. */
  async regrade(by: Actor, queue: ReviewQueueRow, reason: string): Promise<number | null> {
    const started = await this.acts.run(by, async (tx, now) => {
      const rubricVersionId = await tx.repo(ReviewPlanRepository).currentVersion(queue.versionId);
      if ((await rubricDifferences(tx, queue.rubricVersionId, rubricVersionId)).length === 0) return nothingDone(null);
      const round = { rubricVersionId, reason, accountId: by.accountId, now };
      const count = await tx.repo(ReviewTaskRepository).startRound(queue.id, round);
      const detail = { assessmentId: queue.assessmentId, count };
      return done(count, { act: 'review.regraded', objectId: queue.id, detail });
    });
    // Opens the second marks of the new round.
    if (started !== null) await this.settleAll(queue.assessmentId);
    return started;
  }

  /** False if no whole levels count for the answer of this task. */
  chooseCalibration(by: Actor, queue: ReviewQueueRow, taskId: string, reason: string): Promise<boolean> {
    return this.acts.run(by, async (tx, at) => {
      const answer = { taskId, reason, accountId: by.accountId, at };
      if (!(await tx.repo(ReviewCalibrationRepository).addAnswer(queue, answer))) return nothingDone(false);
      const detail = { assessmentId: queue.assessmentId };
      return done(true, { act: 'review.calibration_chosen', objectId: queue.id, detail });
    });
  }
}

/** What differs between the rubrics of two versions; nothing if one of them has none. */
export async function rubricDifferences(db: Database, before: string, after: string) {
  if (before === after) return [];
  const versionOf = await rubricVersions(db, [before, after]);
  const rubricIn = (id: string) => (versionOf(id).secretPart as Partial<RubricSecret>).rubric ?? [];
  return rubricChanges(rubricIn(before), rubricIn(after));
}
