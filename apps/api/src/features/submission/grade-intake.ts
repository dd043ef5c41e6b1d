import { Inject, Injectable } from '@nestjs/common';
import { type GradeReport, type RunReport, scoreOfReport } from '@holdout/grading';
import type { TakenReport } from '@holdout/job-queue';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type Clock,
  Database,
  newId,
  NoticeRepository,
  OutboxRepository,
  SubmissionRepository,
  type SubmissionRow,
} from '@holdout/persistence';
import type { Logger } from 'pino';
import { policyOf } from '@holdout/assessment';
import { shownItem } from '../attempt/item-parts';
import { ScoreBook } from '../attempt/score-book';
import { Preparation } from '../question-bank/preparation';
import { uncount } from './ration';
import { SUBMISSION_CHANNEL } from './submission-watch';
import { isDeadlock, retryOnDeadlock } from '../../platform/database/deadlock';
import { isUnavailable } from '../../platform/database/unavailable';
import { CLOCK, LOG } from '../../platform/app-options';

const BATCH = 10;

/** Turns grade reports into verdicts and scores. Each is processed once, by the first API process to claim it. */
@Injectable()
export class GradeIntake {
  private taking = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly preparation: Preparation,
    private readonly scoreBook: ScoreBook,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Processes all waiting reports, after those that an earlier call has locked: when it ends, all of them are stored. */
  takeAll(): Promise<void> {
    this.taking = this.taking.catch(() => undefined).then(() => this.takeBatches());
    return this.taking;
  }

  private async takeBatches(): Promise<void> {
    while ((await this.takeSome()) === BATCH);
  }

  private takeSome(): Promise<number> {
    return retryOnDeadlock(() =>
      this.db.transaction(async (tx) => {
        const reports = await tx.repo(JobQueue).takeReports(BATCH);
        for (const report of reports) await this.takeInOrFail(tx, report);
        return reports.length;
      }),
    );
  }

  /** A report that cannot be stored becomes `notGraded`, so that it does not block the reports after it. */
  private async takeInOrFail(tx: Database, taken: TakenReport): Promise<void> {
    try {
      await tx.transaction((attempt) => this.takeIn(attempt, taken));
    } catch (error) {
      // The report is still there for the next look.
      if (isDeadlock(error) || isUnavailable(error)) throw error;
      this.log.error({ err: error, jobId: taken.jobId }, 'a grade report could not be processed');
      await this.takeIn(tx, { ...taken, end: { kind: 'failed', reason: 'its report could not be processed' } });
    }
  }

  private takeIn(tx: Database, taken: TakenReport): Promise<void> {
    switch (taken.job.kind) {
      case 'materialize':
      case 'drawVariants':
        return this.preparation.takeIn(tx, taken);
      case 'grade':
      case 'run':
        return this.takeInVerdict(tx, taken);
    }
  }

  private async takeInVerdict(tx: Database, taken: TakenReport): Promise<void> {
    const submissions = tx.repo(SubmissionRepository);
    const submission = await submissions.findByJob(taken.jobId);
    if (submission === null || !(await tx.repo(AttemptRepository).holdForIntake(submission.itemId))) return;
    const report = reportOf(taken);
    const isFirst = await submissions.insertVerdict({
      id: newId(this.clock),
      submissionId: submission.id,
      kind: report.verdict.kind,
      report,
      graderVersion: report.graderVersion,
      at: this.clock.now(),
    });
    if (!isFirst) return;
    if (report.verdict.kind === 'notGraded') await this.uncount(tx, submission);
    if ('groups' in report) await this.score(tx, submission, report);
    await this.scoreBook.addUpOfItem(tx, submission);
    if (policyOf(submission.attempt).tellsOthers) await this.tell(tx, submission);
    await tx.repo(NoticeRepository).tell(SUBMISSION_CHANNEL, submission.id);
  }

  /** A failure of ours costs nobody anything; the counts of a person leave it out by themselves. */
  private async uncount(tx: Database, { purpose, attempt, versionId, jobId, sentAt }: SubmissionRow): Promise<void> {
    const ration = purpose === 'submit' ? policyOf(attempt).rations.submitPerQuestion : null;
    const block = ration === null ? null : await tx.repo(JobQueue).blockOfGuest(jobId);
    if (ration !== null && block !== null) await uncount(tx, { versionId, block }, ration, sentAt);
  }

  private async tell(tx: Database, { id: submissionId, organizationId }: SubmissionRow): Promise<void> {
    const event = {
      organizationId,
      event: 'submission.graded',
      payload: { submissionId },
      createdAt: this.clock.now(),
    };
    await tx.repo(OutboxRepository).insert({ id: newId(this.clock), ...event });
  }

  private async score(tx: Database, submission: SubmissionRow, report: GradeReport): Promise<void> {
    const { item, attempt } = await tx.repo(AttemptRepository).getItemForIntake(submission.itemId);
    const part = shownItem(item);
    if (part.kind !== 'code' && part.kind !== 'model') throw new Error(`Item ${item.id} is not a code item.`);
    const score = scoreOfReport(part, report);
    if (score === null) return;
    await this.scoreBook.record(tx, attempt, {
      ...score,
      itemId: item.id,
      submissionId: submission.id,
      state: 'answered',
      raw: { groups: report.groups.map(({ name, passed, total }) => ({ name, passed, total })), metric: report.metric },
      pending: 0,
      markedBy: 'key',
      misconceptions: [],
    });
  }
}

/** The grader's report. A job that ended without one is `notGraded`: our failure, never a score. */
function reportOf({ end }: TakenReport): GradeReport | RunReport {
  if (end.kind === 'reported' && (end.report.kind === 'grade' || end.report.kind === 'run')) return end.report.report;
  const reason = end.kind === 'failed' ? end.reason : 'the report has an unexpected format';
  return { graderVersion: 'none', verdict: { kind: 'notGraded', reason }, cases: [], metric: null };
}
