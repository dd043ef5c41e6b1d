import {
  areSameLevels,
  type FirstTotal,
  type SecondMarks,
  type SecondMarkDue,
  secondMarkDue,
  settleMarks,
} from '@holdout/assessment';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  type Database,
  ReviewDisagreementRepository,
  ReviewPlanRepository,
  ReviewTaskRepository,
  ScoreRepository,
} from '@holdout/persistence';
import type { Levels } from '@holdout/scoring';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { AttemptScores } from '../attempt/attempt-scores';
import { ScoreBook } from '../attempt/score-book';
import { firstTotal } from './first-total';
import { type MarkedAnswer, markedAnswers, pointsWith } from './marked-answer';
import { secondMarksOf } from './second-marks-of';

/** What a reviewer's score keeps beside the points: from which marks it came. */
type Recorded = { readonly levels?: Levels; readonly round?: number };

/** Decides what counts of the marks of an attempt: opens second marks and disagreements, and records final levels as scores. */
@Injectable()
export class Settling {
  constructor(
    private readonly scoreBook: ScoreBook,
    private readonly scores: AttemptScores,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Locks the attempt, so that two marks that come at once are settled one after the other. */
  async settle(tx: Database, attemptId: string): Promise<void> {
    const attempt = await tx.repo(AttemptRepository).getForUpdate(attemptId);
    const marks = await tx.repo(ReviewTaskRepository).listToSettle(attemptId);
    const [some] = marks;
    if (some === undefined || attempt.organizationId === null) return;
    const rule = secondMarksOf(await tx.repo(ReviewPlanRepository).get(some.assessmentId));
    const answers = await markedAnswers(tx, attempt, marks);
    const total = rule.kind === 'nearPass' ? await firstTotal(tx, attempt, answers) : null;
    let isScored = false;
    for (const answer of answers)
      isScored = (await this.settleAnswer(tx, attempt, answer, { rule, total })) || isScored;
    if (isScored) await this.scores.refresh(tx, attemptId, { cause: 'reviewed' });
  }

  /** Whether it recorded a score. */
  private async settleAnswer(
    tx: Database,
    attempt: AttemptRow,
    answer: MarkedAnswer,
    { rule, total }: { readonly rule: SecondMarks; readonly total: FirstTotal },
  ): Promise<boolean> {
    const { item, task, first, second, resolved } = answer;
    const due = await this.askForSecond(tx, answer, { rule, total });
    const settled = settleMarks({ first, second: second ?? null, resolved }, due);
    if (settled.kind === 'final') return this.record(tx, attempt, answer, settled.levels);
    if (settled.kind === 'disagreement' && attempt.organizationId !== null) {
      const of = {
        organizationId: attempt.organizationId,
        queueId: task.queueId,
        round: task.round,
        now: this.clock.now(),
      };
      await tx.repo(ReviewDisagreementRepository).open(item.id, of);
    }
    return false;
  }

  /** Whether a second mark is due. Opens it, or withdraws it if the plan has changed since. */
  private async askForSecond(
    tx: Database,
    { item, task, second }: MarkedAnswer,
    { rule, total }: { readonly rule: SecondMarks; readonly total: FirstTotal },
  ): Promise<SecondMarkDue> {
    const due = second ? 'due' : secondMarkDue(rule, item.id, total);
    const [tasks, now] = [tx.repo(ReviewTaskRepository), this.clock.now()];
    if (due === 'due' && second === undefined) await tasks.open(2, [{ itemId: item.id, queueId: task.queueId }], now);
    if (due === 'notDue' && second === null) await tasks.cancelSecond([item.id], now);
    return due;
  }

  private async record(tx: Database, attempt: AttemptRow, answer: MarkedAnswer, levels: Levels): Promise<boolean> {
    const { item, byKey, task } = answer;
    const given = await tx.repo(ScoreRepository).list([item.id]);
    const latest = given.filter(({ markedBy }) => markedBy === 'reviewer').at(-1)?.raw as Recorded | undefined;
    if (latest?.levels !== undefined && latest.round === task.round && areSameLevels(latest.levels, levels))
      return false;
    await this.scoreBook.record(tx, attempt, {
      ...pointsWith(answer, levels),
      itemId: item.id,
      responseRevision: item.revision,
      state: 'answered',
      raw: { ...byKey.raw, levels, round: task.round, rubricVersionId: task.rubricVersionId },
      pending: 0,
      markedBy: 'reviewer',
      misconceptions: byKey.misconceptions,
    });
    return true;
  }
}
