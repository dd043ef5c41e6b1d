import { type AttemptFacts, policyOf } from '@holdout/assessment';
import { Inject, Injectable } from '@nestjs/common';
import {
  type AttemptRow,
  type Clock,
  type Database,
  newId,
  OutboxRepository,
  ScoreRepository,
  type ScoreToInsert,
} from '@holdout/persistence';
import { CLOCK } from '../../platform/app-options';
import { AttemptScores } from './attempt-scores';

/** A score to record. `submissionId` and `responseRevision` are null if it is not based on one. */
export type ScoreEntry = Omit<ScoreToInsert, 'id' | 'at' | 'submissionId' | 'responseRevision'> &
  Partial<Pick<ScoreToInsert, 'submissionId' | 'responseRevision'>>;

/** The only writer of scores. Scores are append-only: `standingScore` selects the one that counts. */
@Injectable()
export class ScoreBook {
  constructor(
    private readonly scores: AttemptScores,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes the score, and its outbox event if others are told, in the caller's transaction. */
  async record(tx: Database, attempt: AttemptRow, entry: ScoreEntry): Promise<void> {
    const at = this.clock.now();
    const id = newId(this.clock);
    await tx.repo(ScoreRepository).insert({ submissionId: null, responseRevision: null, ...entry, id, at });
    if (!policyOf(attempt).tellsOthers) return;
    await tx.repo(OutboxRepository).insert({
      id: newId(this.clock),
      organizationId: attempt.organizationId,
      event: 'score.recorded',
      payload: { scoreId: id, attemptId: attempt.id, itemId: entry.itemId, markedBy: entry.markedBy },
      createdAt: at,
    });
  }

  /** Adds up the scores of an attempt after a grading, if it has a report. */
  async addUpOfItem(tx: Database, of: { readonly attempt: AttemptFacts; readonly itemId: string }): Promise<void> {
    if (policyOf(of.attempt).hasReport) await this.scores.refreshOfItem(tx, of.itemId);
  }
}
