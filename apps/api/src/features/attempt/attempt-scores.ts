import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptScoreRepository,
  type AttemptScoreToWrite,
  type AttemptToScore,
  type Clock,
  CohortEntryRepository,
  Database,
  type ItemCorrectionId,
  type ScoreCause,
} from '@holdout/persistence';
import { type AttemptPoints, attemptPoints } from '@holdout/scoring';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../../platform/app-options';
import { cohortEntryOf } from './cohort-entry';

/** Why a score changes; `reason` is a person's, and shown on the report. */
export type ScoreChange = {
  readonly cause: ScoreCause;
  readonly reason?: string;
  readonly correctionId?: ItemCorrectionId;
};

const BATCH = 100;

/** The only writer of the scores of attempts of assessments. */
@Injectable()
export class AttemptScores {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Adds up the score book of an attempt, in the transaction that changed it; does nothing if the attempt is open or no candidate's.
   * Before the release the score is replaced. After it a change is a new number with its reason, and the one before is kept.
   */
  async refresh(tx: Database, attemptId: string, change: ScoreChange = { cause: 'scored' }): Promise<void> {
    const attempt = await tx.repo(AttemptScoreRepository).lock(attemptId);
    if (attempt === null) return;
    const points = await this.pointsOf(tx, attempt);
    const { isReleased, countedSubmission: _, id, ...of } = attempt;
    const { cause, reason = null, correctionId = null } = change;
    const score = { ...of, attemptId: id, ...points, cause, reason, correctionId, scoredAt: this.clock.now() };
    if (isReleased) await this.add(tx, score);
    else await tx.repo(AttemptScoreRepository).replace(score);
    await tx.repo(CohortEntryRepository).writeAll([cohortEntryOf(score)]);
  }

  /** The same for the attempt of an item. */
  async refreshOfItem(tx: Database, itemId: string, change?: ScoreChange): Promise<void> {
    await this.refresh(tx, await tx.repo(AttemptScoreRepository).attemptOf(itemId), change);
  }

  /** Scores the attempts that ended before attempts had a score of their own. A failure of one does not stop the others. */
  async scoreUnscored(): Promise<void> {
    for (const attemptId of await this.db.repo(AttemptScoreRepository).listUnscored(BATCH)) {
      await this.db
        .transaction((tx) => this.refresh(tx, attemptId))
        .catch((error: unknown) => this.log.error({ err: error, attemptId }, 'an ended attempt could not be scored'));
    }
  }

  private async add(tx: Database, score: AttemptScoreToWrite): Promise<void> {
    const before = await tx.repo(AttemptScoreRepository).find(score.attemptId);
    if (before === null || !isSame(before, score)) await tx.repo(AttemptScoreRepository).add(score);
  }

  private async pointsOf(tx: Database, attempt: AttemptToScore): Promise<AttemptPoints> {
    const items = await tx.repo(AttemptScoreRepository).listItems(attempt);
    const read = items.map(({ scores, ...item }) => ({
      ...item,
      scores: scores.map(({ at, ...score }) => ({ ...score, scoredAt: new Date(at) })),
    }));
    return attemptPoints(read, attempt.countedSubmission);
  }
}

/** Compared as stored, where the order of keys does not matter. */
function isSame(before: AttemptPoints, after: AttemptPoints): boolean {
  const shown = ({ earned, possible, pending, items }: AttemptPoints) =>
    JSON.stringify([
      earned,
      possible,
      pending,
      items.map((item) => [item.itemId, item.earned, item.possible, item.pending, item.state, item.markedBy]),
    ]);
  return shown(before) === shown(after);
}
