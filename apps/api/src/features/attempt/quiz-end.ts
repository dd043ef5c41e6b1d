import { type Answer, kindOf } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  type ItemRow,
  newId,
  OutboxRepository,
  type PracticeOwner,
  ScoreRepository,
} from '@holdout/persistence';
import { closesAt } from '@holdout/timing';
import { wholeItem } from './item-parts';
import { scoreItem } from './score-item';
import { CLOCK } from '../../platform/app-options';

/** Ends attempts, by the candidate or by the clock, and scores what they hold, once. */
@Injectable()
export class QuizEnd {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends the quiz now; one that has ended before stays as it is. Null for anyone else's, and for what is no quiz. */
  async endByCandidate(id: string, owner: PracticeOwner): Promise<AttemptRow | null> {
    const attempt = await this.db.repo(AttemptRepository).find(id, owner);
    if (attempt?.form !== 'quiz') return null;
    const current = await this.endIfOverdue(attempt, owner);
    return current.endedAt === null ? this.end(current, owner, 'candidate', this.clock.now()) : current;
  }

  /** The attempt as it is, or ended at its closing time when that has passed. */
  async endIfOverdue(attempt: AttemptRow, owner: PracticeOwner): Promise<AttemptRow> {
    if (attempt.endedAt !== null || attempt.limitSeconds === null) return attempt;
    const closing = closesAt({ ...attempt, limitSeconds: attempt.limitSeconds });
    return this.clock.now() < closing ? attempt : this.end(attempt, owner, 'clock', closing);
  }

  /** Ends every quiz of the owner whose time has passed while nobody looked. */
  async endOverdue(owner: PracticeOwner): Promise<void> {
    for (const attempt of await this.db.repo(AttemptRepository).listOpenWithLimit(owner)) {
      await this.endIfOverdue(attempt, owner);
    }
  }

  private end(attempt: AttemptRow, owner: PracticeOwner, by: 'candidate' | 'clock', at: Date): Promise<AttemptRow> {
    return this.db.transaction(async (tx) => {
      const attempts = tx.repo(AttemptRepository);
      const locked = await attempts.findForUpdate(attempt.id, owner);
      if (locked === null || locked.endedAt !== null) return locked ?? attempt;
      // Fixed first: an answer saved in between is the one that is scored.
      const fixed = new Set(await attempts.fixItems(attempt.id, at));
      const items = await attempts.listItems([attempt.id]);
      await this.scoreItems(
        tx,
        items.filter((item) => fixed.has(item.id)),
      );
      await attempts.end(attempt.id, by, at);
      await tx.repo(OutboxRepository).insert({
        id: newId(this.clock),
        organizationId: null,
        event: 'attempt.ended',
        payload: { attemptId: attempt.id, by },
        createdAt: at,
      });
      return { ...locked, endedAt: at, endedBy: by };
    });
  }

  private async scoreItems(tx: Database, items: readonly ItemRow[]): Promise<void> {
    const scores = tx.repo(ScoreRepository);
    const secrets = new Map((await scores.listSecrets(items.map((item) => item.id))).map((row) => [row.itemId, row]));
    for (const item of items) {
      const secret = secrets.get(item.id);
      if (secret === undefined) throw new Error(`Item ${item.id} has no version.`);
      const scored = scoreItem(wholeItem(item, secret), item.answer as Answer | null);
      await scores.insert({
        ...scored,
        id: newId(this.clock),
        itemId: item.id,
        submissionId: null,
        markedBy: 'key',
        responseRevision: item.revision,
        state: stateOf(item),
        at: this.clock.now(),
      });
    }
  }
}

/** Omitted and not reached are kept apart: only the first says something about the item. */
function stateOf(item: ItemRow): 'answered' | 'omitted' | 'notReached' {
  if (item.answer !== null && !kindOf(item.kind).isEmpty(item.answer as Answer)) return 'answered';
  return item.presentedAt === null ? 'notReached' : 'omitted';
}
