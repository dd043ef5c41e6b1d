import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  type Holders,
  newId,
  OutboxRepository,
  type Practiser,
} from '@holdout/persistence';
import { policyOf } from '@holdout/assessment';
import { GRACE_SECONDS, isOpen, stillCounts } from '@holdout/timing';
import { AttemptNews } from './presence/attempt-news';
import { newReceiptCode } from './receipt-code';
import { EndScores } from './end-scores';
import { handInCode } from './hand-in-code';
import { CLOCK, LOG } from '../../platform/app-options';
import type { Logger } from 'pino';

/** Attempts ended per run of the background job; the rest wait for the next run, a minute later. */
const BATCH = 500;

/** Ends attempts, by the candidate or by the deadline, and scores each item once. Code is scored by its submissions. */
@Injectable()
export class AttemptEnd {
  constructor(
    private readonly db: Database,
    private readonly scores: EndScores,
    private readonly news: AttemptNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Ends the whole attempt now, or at its deadline if that has passed; does not change an attempt that has already ended, nor,
   * if only its time is said to be up, one that has time left. Null if the holder does not have it, and for an attempt that
   * ends item by item.
   */
  async endByCandidate(id: string, isTimeUp: boolean, holders: Holders): Promise<AttemptRow | null> {
    const attempt = await this.db.repo(AttemptRepository).find(id, holders);
    if (attempt === null || policyOf(attempt).endsItemByItem) return null;
    const now = this.clock.now();
    const { endedAt, closesAt } = attempt;
    if (endedAt !== null) return attempt;
    if (closesAt !== null && !isOpen(closesAt, now)) return this.end(attempt, 'clock', closesAt);
    return isTimeUp ? attempt : this.end(attempt, 'candidate', now);
  }

  /** Ends the attempt at its deadline if the grace after it is over, otherwise returns it unchanged. */
  async endIfOverdue(attempt: AttemptRow): Promise<AttemptRow> {
    const { endedAt, closesAt } = attempt;
    if (endedAt !== null || closesAt === null || stillCounts(closesAt, this.clock.now())) return attempt;
    return this.end(attempt, 'clock', closesAt);
  }

  /** Ends the person's overdue attempts. */
  async endOverdue(practiser: Practiser): Promise<void> {
    const overdue = await this.db.repo(AttemptRepository).listOverdue(practiser, this.overdueSince(), BATCH);
    for (const attempt of overdue) await this.endIfOverdue(attempt);
  }

  /** Ends all overdue attempts. A failure on one attempt is logged and does not stop the others. */
  async endAllOverdue(): Promise<void> {
    for (const attempt of await this.db.repo(AttemptRepository).listOverdue(null, this.overdueSince(), BATCH)) {
      await this.endIfOverdue(attempt).catch((error: unknown) => {
        this.log.error({ err: error, attemptId: attempt.id }, 'an attempt whose time is up could not be ended');
      });
    }
  }

  private overdueSince(): Date {
    return new Date(this.clock.now().getTime() - GRACE_SECONDS * 1000);
  }

  private end(attempt: AttemptRow, by: 'candidate' | 'clock', at: Date): Promise<AttemptRow> {
    return this.db.transaction(async (tx) => {
      const attempts = tx.repo(AttemptRepository);
      const locked = await attempts.getForUpdate(attempt.id);
      if (locked.endedAt !== null || (by === 'clock' && isOpen(locked.closesAt, at))) return locked;
      // Close the items before reading them, so that an answer saved concurrently is scored.
      const fixed = new Set(await attempts.fixItems(attempt.id, at));
      const items = await attempts.listItems([attempt.id]);
      const open = items.filter((item) => fixed.has(item.id));
      const sent = await handInCode(tx, locked, open, { at, clock: this.clock });
      await this.scores.record(
        tx,
        locked,
        open.filter((item) => !sent.has(item.id)),
      );
      const receiptCode = policyOf(locked).givesReceipt ? newReceiptCode() : null;
      await attempts.end(attempt.id, by, { at, receiptCode });
      await this.scores.addUp(tx, locked);
      await this.news.tell(tx, attempt.id, 'ENDED');
      if (policyOf(locked).tellsOthers) await this.tell(tx, locked, { by, at });
      return { ...locked, endedAt: at, endedBy: by, receiptCode };
    });
  }

  private async tell(
    tx: Database,
    { id: attemptId, organizationId }: AttemptRow,
    { by, at }: { readonly by: 'candidate' | 'clock'; readonly at: Date },
  ): Promise<void> {
    const event = { organizationId, event: 'attempt.ended', payload: { attemptId, by }, createdAt: at };
    await tx.repo(OutboxRepository).insert({ id: newId(this.clock), ...event });
  }
}
