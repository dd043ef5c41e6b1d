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

/** A score as its maker knows it. Null for `submissionId` and `responseRevision` where it rests on none. */
export type ScoreEntry = Omit<ScoreToInsert, 'id' | 'at' | 'submissionId' | 'responseRevision'> &
  Partial<Pick<ScoreToInsert, 'submissionId' | 'responseRevision'>>;

type Owner = Pick<AttemptRow, 'id' | 'organizationId'>;

/** The only writer of scores. Scores are never changed: a later one is a further row, and `standingScore` chooses. */
@Injectable()
export class ScoreBook {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Writes the score and tells the outbox, in the caller's transaction. */
  async record(tx: Database, attempt: Owner, entry: ScoreEntry): Promise<void> {
    const at = this.clock.now();
    const id = newId(this.clock);
    await tx.repo(ScoreRepository).insert({ submissionId: null, responseRevision: null, ...entry, id, at });
    await tx.repo(OutboxRepository).insert({
      id: newId(this.clock),
      organizationId: attempt.organizationId,
      event: 'score.recorded',
      payload: { scoreId: id, attemptId: attempt.id, itemId: entry.itemId, markedBy: entry.markedBy },
      createdAt: at,
    });
  }
}
