import { closesAt, type TimeEntry } from '@holdout/timing';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { countChanged, getRow, listRows, row } from '../rows';
import { AttemptTimeEntryEntity } from './attempt.entity';

/** A change of an attempt's deadline: the reason, the person who made it (if any) and the time. */
export type TimeEntryToInsert = {
  readonly id: string;
  readonly attemptId: string;
  readonly entry: TimeEntry;
  readonly reason: string;
  readonly actorAccountId: string | null;
  readonly at: Date;
};

const Started = row({ startedAt: z.date() });
const KINDS = ['limit', 'extraTime', 'break', 'credit', 'added'] as const satisfies TimeEntry['kind'][];
const StoredEntry = row({ kind: z.enum(KINDS), amount: z.number() });

/** Append-only log of deadline changes. The resulting deadline is stored on the attempt. */
export class TimeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds an entry, then computes, stores and returns the deadline from all entries. Must run in a transaction. */
  async add({ entry, ...made }: TimeEntryToInsert): Promise<Date | null> {
    const { attemptId, at: addedAt } = made;
    const sql = 'select started_at as "startedAt" from attempt where id = $1 for update';
    const attempt = await getRow(this.manager, Started, sql, [attemptId]);
    const { id, reason, actorAccountId } = made;
    const row = { id, attemptId, kind: entry.kind, amount: amountOf(entry), reason, actorAccountId, addedAt };
    await this.manager.insert(AttemptTimeEntryEntity, row);
    const deadline = closesAt(attempt.startedAt, await this.list(attemptId));
    await countChanged(this.manager, 'update attempt set closes_at = $2 where id = $1', [attemptId, deadline]);
    return deadline;
  }

  /** All entries of an attempt, oldest first. */
  async list(attemptId: string): Promise<readonly TimeEntry[]> {
    const sql = 'select kind, amount from attempt_time_entry where attempt_id = $1 order by added_at, id';
    const rows = await listRows(this.manager, StoredEntry, sql, [attemptId]);
    return rows.map(({ kind, amount }) => (kind === 'extraTime' ? { kind, share: amount } : { kind, seconds: amount }));
  }
}

function amountOf(entry: TimeEntry): number {
  return entry.kind === 'extraTime' ? entry.share : entry.seconds;
}
