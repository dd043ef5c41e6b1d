import { closesAt, type TimeEntry } from '@holdout/timing';
import type { EntityManager } from 'typeorm';

/** Why an attempt's deadline moves, who moved it if a person did, and when. */
export type TimeEntryToInsert = {
  readonly id: string;
  readonly attemptId: string;
  readonly entry: TimeEntry;
  readonly reason: string;
  readonly actorAccountId: string | null;
  readonly at: Date;
};

type StoredEntry = { readonly kind: TimeEntry['kind']; readonly amount: number };

/** The log of deadlines. Entries are only added; the deadline that follows from all of them is stored beside them. */
export class TimeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds an entry, stores the deadline that follows from all entries, and gives it. Call it in a transaction. */
  async add({ id, attemptId, entry, reason, actorAccountId, at }: TimeEntryToInsert): Promise<Date | null> {
    const [attempt]: { startedAt: Date }[] = await this.manager.query(
      'select started_at as "startedAt" from attempt where id = $1 for update',
      [attemptId],
    );
    if (attempt === undefined) throw new Error(`Attempt ${attemptId} is gone.`);
    await this.manager.query(
      `insert into attempt_time_entry (id, attempt_id, kind, amount, reason, actor_account_id, added_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, attemptId, entry.kind, amountOf(entry), reason, actorAccountId, at],
    );
    const deadline = closesAt(attempt.startedAt, await this.list(attemptId));
    await this.manager.query('update attempt set closes_at = $2 where id = $1', [attemptId, deadline]);
    return deadline;
  }

  /** All entries of an attempt, in the order in which they were made. */
  async list(attemptId: string): Promise<readonly TimeEntry[]> {
    const rows: StoredEntry[] = await this.manager.query(
      'select kind, amount from attempt_time_entry where attempt_id = $1 order by added_at, id',
      [attemptId],
    );
    return rows.map(({ kind, amount }) => (kind === 'extraTime' ? { kind, share: amount } : { kind, seconds: amount }));
  }
}

function amountOf(entry: TimeEntry): number {
  return entry.kind === 'extraTime' ? entry.share : entry.seconds;
}
