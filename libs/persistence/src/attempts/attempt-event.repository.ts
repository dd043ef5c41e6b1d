import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, row } from '../rows';

/** Recorded of one attempt at most; 90 minutes of typing are about 1 MB. */
export const RECORDED_BYTES = 8 * 1024 * 1024;

export type EventBatch = {
  readonly attemptId: string;
  readonly clientId: string;
  readonly sequence: number;
  readonly beganAt: Date;
  readonly receivedAt: Date;
  readonly events: readonly object[];
};

const Outcome = row({ isFull: z.boolean() });

/** The lock waits for an erasure in progress, which deletes what is written before it and leaves nothing open after it. */
const INSERT = `with
  open as (select id from attempt where id = $1 and erased_at is null and ended_at is null for share),
  room as (select coalesce(sum(bytes), 0) + octet_length($6) <= ${RECORDED_BYTES} as is_left
    from attempt_event where attempt_id = $1),
  added as (
    insert into attempt_event (attempt_id, client_id, sequence, began_at, received_at, bytes, events)
    select open.id, $2, $3, $4, $5, octet_length($6), $6::jsonb from open join room on room.is_left
    on conflict do nothing)
  select not room.is_left as "isFull" from open cross join room`;

/** What pages recorded besides answers. */
export class AttemptEventRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Stores a batch once, however often it is sent. Null if the attempt has ended; `isFull` if it has no room for more. No
   * holder check: the caller has found the attempt by its holder.
   */
  insert({ attemptId, clientId, sequence, beganAt, receivedAt, events }: EventBatch) {
    const parameters = [attemptId, clientId, sequence, beganAt, receivedAt, JSON.stringify(events)];
    return findRow(this.manager, Outcome, INSERT, parameters);
  }
}
