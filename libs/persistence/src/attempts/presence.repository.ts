import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { SessionId } from '../ids';
import { findRow, id, listRows, row } from '../rows';

/** A page that was silent for longer than this no longer holds the attempt: the next one to ask becomes live. */
export const SILENT_SECONDS = 45;
/** Pages kept for each attempt. A person has two or three; a script must not fill the table. */
export const PAGES_KEPT = 8;

export type Beat = {
  readonly attemptId: string;
  readonly clientId: string;
  readonly sessionId: SessionId | null;
  readonly itemId: string | null;
  /** The person asked for this page to become the live one. */
  readonly takesOver: boolean;
};

export type Presence = z.infer<typeof Presence>;
const Presence = row({
  isLive: z.boolean(),
  /** Of the live page. */
  liveSince: z.date(),
  liveSessionId: id<SessionId>().nullable(),
  /** Whether this beat took the attempt from another page. */
  hasTakenOver: z.boolean(),
});

export type LastShown = z.infer<typeof LastShown>;
const LastShown = row({ attemptId: id(), position: z.int() });

/**
 * $1 attempt, $2 client, $3 session, $4 item, $5 take over, $6 time. `other` is the live page among the others. Two first
 * beats at the same time may both become live in their rows; the latest one counts, for everyone who reads them.
 */
const BEAT = `with
  open as (select id from attempt where id = $1 and erased_at is null for key share),
  other as (
    select live_since, session_id, seen_at < $6::timestamptz - interval '${SILENT_SECONDS} seconds' as is_silent
    from attempt_presence where attempt_id = $1 and client_id <> $2 and live_since is not null
    order by live_since desc, client_id desc limit 1),
  own as (select live_since from attempt_presence where attempt_id = $1 and client_id = $2),
  next as (
    select case
      when own.live_since is not null and (other.live_since is null or own.live_since > other.live_since) then own.live_since
      when other.live_since is null then $6::timestamptz
      when $5 or other.is_silent then greatest($6::timestamptz, other.live_since + interval '1 millisecond')
      else own.live_since end as live_since
    from (select 1) one left join own on true left join other on true),
  beat as (
    insert into attempt_presence (attempt_id, client_id, session_id, item_id, seen_at, live_since)
    select open.id, $2, $3, (select i.id from attempt_item i where i.id = $4 and i.attempt_id = $1), $6, live_since
    from open cross join next
    on conflict (attempt_id, client_id) do update set session_id = excluded.session_id, item_id = excluded.item_id,
      seen_at = excluded.seen_at, live_since = excluded.live_since
    returning live_since),
  spare as (
    delete from attempt_presence where attempt_id = $1 and client_id in (
      select client_id from attempt_presence where attempt_id = $1 and client_id <> $2
      order by seen_at desc, client_id offset ${PAGES_KEPT - 1}))
  select is_live as "isLive", case when is_live then mine else other.live_since end as "liveSince",
    case when is_live then $3::uuid else other.session_id end as "liveSessionId",
    is_live and $5 and other.live_since is not null and own.live_since is distinct from mine as "hasTakenOver"
  from (select live_since as mine from beat) beat left join other on true left join own on true
  cross join lateral (select mine is not null and (other.live_since is null or mine > other.live_since) as is_live) decided`;

/** The pages on which attempts are open, and which of each is the live one. */
export class PresenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Writes that a page is there, in one statement. No holder check: the caller has found the attempt by its holder. Null
   * if the attempt has been deleted or erased since.
   */
  beat({ attemptId, clientId, sessionId, itemId, takesOver }: Beat, now: Date): Promise<Presence | null> {
    return findRow(this.manager, Presence, BEAT, [attemptId, clientId, sessionId, itemId, takesOver, now]);
  }

  /** The position of the item that a page of each attempt showed last. The caller has found the attempts by their holder. */
  listLastShown(attemptIds: readonly string[]): Promise<LastShown[]> {
    const sql = `select distinct on (p.attempt_id) p.attempt_id as "attemptId", i.position from attempt_presence p
      join attempt_item i on i.id = p.item_id and not i.is_withheld
      where p.attempt_id = any($1::uuid[]) order by p.attempt_id, p.seen_at desc`;
    return listRows(this.manager, LastShown, sql, [attemptIds]);
  }
}
