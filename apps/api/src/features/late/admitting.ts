import { type Answer, kindOf } from '@holdout/bank';
import {
  type AssessmentId,
  AttemptRepository,
  type AttemptRow,
  type Clock,
  type Database,
  type ItemRow,
  LateAnswerRepository,
  type LateAnswerId,
  type LateAnswerRow,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { AttemptScores } from '../attempt/attempt-scores';
import { EndScores } from '../attempt/end-scores';
import { handInCode } from '../attempt/hand-in-code';
import { ReviewTasks } from '../review/review-tasks';

type ToAdmit = { readonly assessmentId: AssessmentId; readonly id: LateAnswerId; readonly reason: string };

/** Members let late answers count. */
@Injectable()
export class Admitting {
  constructor(
    private readonly acts: Acts,
    private readonly scores: EndScores,
    private readonly attemptScores: AttemptScores,
    private readonly reviewTasks: ReviewTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if there is no such answer. One that was admitted before stays as it is. */
  admit(by: Actor, { assessmentId, id, reason }: ToAdmit): Promise<LateAnswerRow | null> {
    return this.acts.run(by, async (tx, at) => {
      const late = tx.repo(LateAnswerRepository);
      const found = await late.lockToAdmit(assessmentId, id);
      if (found === null) return nothingDone(null);
      if (found.admittedAt !== null) return nothingDone(await late.find(assessmentId, id));
      await late.admit(id, { revisionId: newId(this.clock), at, by: by.accountId, reason });
      await this.scoreAgain(tx, found, { at, reason });
      const detail = { invitationId: found.invitationId };
      const trace = { act: 'attempt.late_answer_admitted', objectId: assessmentId, detail } as const;
      return done(await late.find(assessmentId, id), trace);
    });
  }

  /** While the attempt runs, its end scores the answer. Code is sent now, as at the end. */
  private async scoreAgain(
    tx: Database,
    { attemptId, itemId }: { readonly attemptId: string; readonly itemId: string },
    { at, reason }: { readonly at: Date; readonly reason: string },
  ): Promise<void> {
    const attempts = tx.repo(AttemptRepository);
    const attempt = await attempts.getForUpdate(attemptId);
    if (attempt.endedAt === null) return;
    const items = (await attempts.listItems([attemptId])).filter((item) => item.id === itemId);
    if (await this.isSent(tx, attempt, { items, at })) return;
    await this.reviewTasks.reopen(tx, itemId);
    await this.scores.record(tx, attempt, items, 'rescore');
    await this.attemptScores.refresh(tx, attemptId, { cause: 'late', reason });
  }

  /** Whether the item is scored by a submission, which now has the admitted code. */
  private async isSent(
    tx: Database,
    attempt: AttemptRow,
    { items, at }: { readonly items: readonly ItemRow[]; readonly at: Date },
  ): Promise<boolean> {
    const [item] = items;
    if (item === undefined || kindOf(item.kind).isEmpty(item.answer as Answer)) return false;
    return (await handInCode(tx, attempt, items, { at, clock: this.clock })).size > 0;
  }
}
