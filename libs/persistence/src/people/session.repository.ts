import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import { z } from 'zod';
import type { AccountId, CandidateId, GuestId, InvitationId, OrganizationId, SessionId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { prepared } from '../schema/prepared';
import { SessionEntity } from './session.entity';

type CandidateColumns = {
  readonly organizationId: OrganizationId;
  readonly candidateId: CandidateId;
  readonly invitationId: InvitationId;
};

export type NewSession = {
  readonly id: SessionId;
  readonly tokenHash: Buffer;
  readonly subject: { readonly accountId: AccountId } | { readonly guestId: GuestId } | CandidateColumns;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Whether a second factor or a passkey was used. */
  readonly isStrong?: boolean;
  /** The organization whose identity provider signed the person in. */
  readonly providerOrganizationId?: OrganizationId | null;
};

export type LiveSession = z.infer<typeof LiveSession>;
const LiveSession = row({
  id: id<SessionId>(),
  accountId: id<AccountId>().nullable(),
  guestId: id<GuestId>().nullable(),
  /** Whether it was seen less than a minute ago, so that the time need not be written again. */
  isFresh: z.boolean(),
});

/** The device of a session, from the names that its browser sends; null if it sends none that we know. */
export type SessionDevice = { readonly browser: string | null; readonly system: string | null };

/** A session as its owner sees it. */
export type ListedSession = z.infer<typeof ListedSession>;
const ListedSession = row({
  id: id<SessionId>(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date().nullable(),
});

const LIST_OF_ACCOUNT = `
select id, browser, system, created_at as "createdAt", last_seen_at as "lastSeenAt" from session
where account_id = $1 and ended_at is null and expires_at > $2
order by coalesce(last_seen_at, created_at) desc, id`;

/** SQL, because every request runs it: through the entity it takes 0.1 ms more of the API's CPU. */
const FIND_LIVE = prepared(`
select id, account_id as "accountId", guest_id as "guestId",
  coalesce(last_seen_at > $2::timestamptz - interval '1 minute', false) as "isFresh"
from session
where token_hash = $1 and ended_at is null and expires_at > $2 and candidate_id is null`);

export type LiveCandidateSession = z.infer<typeof LiveCandidateSession>;
const LiveCandidateSession = row({
  id: id<SessionId>(),
  organizationId: id<OrganizationId>(),
  candidateId: id<CandidateId>(),
  invitationId: id<InvitationId>(),
});

/** A candidate can read the receipt for this long after the end of the attempt. */
const RECEIPT_DAYS = 90;

/**
 * The SQL condition that session `s` has neither ended nor expired at the time `$now`. That of a candidate also ends when
 * the person is erased, when the invitation is withdrawn before the attempt has ended, and some time after that end.
 */
const LIVES = (
  now: number,
): string => `s.ended_at is null and s.expires_at > $${now} and (s.candidate_id is null or exists (
  select from invitation n join candidate c on c.id = s.candidate_id left join attempt a on a.invitation_id = n.id
  where n.id = s.invitation_id and c.erased_at is null and a.erased_at is null
    and (n.withdrawn_at is null or a.ended_at is not null)
    and (a.ended_at is null or a.ended_at > $${now}::timestamptz - interval '${RECEIPT_DAYS} days')))`;

const FIND_LIVE_CANDIDATE = prepared(`
select s.id, s.organization_id as "organizationId", s.candidate_id as "candidateId", s.invitation_id as "invitationId"
from session s where s.token_hash = $1 and s.candidate_id is not null and ${LIVES(2)}`);

/** Notification channel for ended sessions. The payload is the session id. */
export const SESSION_CHANNEL = 'session_ended';

/** Ends sessions and tells all processes when the transaction commits. */
const END = (which: string): string => `
with ended as (update session set ended_at = $2 where ${which} and ended_at is null returning id)
select pg_notify('${SESSION_CHANNEL}', id::text) from ended`;

const WithId = row({ id: id<SessionId>() });

/** Sessions; a session is found by the hash of its token alone. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  findLive(tokenHash: Buffer, now: Date): Promise<LiveSession | null> {
    return findRow(this.manager, LiveSession, FIND_LIVE, [tokenHash, now]);
  }

  findLiveOfCandidate(tokenHash: Buffer, now: Date): Promise<LiveCandidateSession | null> {
    return findRow(this.manager, LiveCandidateSession, FIND_LIVE_CANDIDATE, [tokenHash, now]);
  }

  async insert({ subject, ...session }: NewSession): Promise<void> {
    await this.manager.insert(SessionEntity, { ...session, ...subject });
  }

  async end(id: SessionId, now: Date): Promise<void> {
    await this.manager.query(END('id = $1'), [id, now]);
  }

  async endAllOfAccount(accountId: AccountId, now: Date): Promise<void> {
    await this.manager.query(END('account_id = $1'), [accountId, now]);
  }

  /** Ends every session of the account but this one. */
  async endOthersOfAccount(accountId: AccountId, kept: SessionId | null, now: Date): Promise<void> {
    await this.manager.query(END('account_id = $1 and id is distinct from $3'), [accountId, now, kept]);
  }

  /** Ends one session of the account; one of another account is left as it is. */
  async endOfAccount(accountId: AccountId, id: SessionId, now: Date): Promise<void> {
    await this.manager.query(END('account_id = $1 and id = $3'), [accountId, now, id]);
  }

  async endAllOfGuest(guestId: GuestId, now: Date): Promise<void> {
    await this.manager.query(END('guest_id = $1'), [guestId, now]);
  }

  /** Ends every session that the invitations have opened. */
  async endAllOfInvitations(invitationIds: readonly InvitationId[], now: Date): Promise<void> {
    await this.manager.query(END('invitation_id = any($1::uuid[])'), [invitationIds, now]);
  }

  async endAllOfCandidate(candidateId: CandidateId, now: Date): Promise<void> {
    await this.manager.query(END('candidate_id = $1'), [candidateId, now]);
  }

  /** The live sessions of an account, the one seen last first. */
  listOfAccount(accountId: AccountId, now: Date): Promise<ListedSession[]> {
    return listRows(this.manager, ListedSession, LIST_OF_ACCOUNT, [accountId, now]);
  }

  async markSeen(id: SessionId, { browser, system }: SessionDevice, now: Date): Promise<void> {
    await this.manager.update(SessionEntity, { id }, { browser, system, lastSeenAt: now });
  }

  /** Closes the websockets of a session that goes on: they open again, with what the person may do now. */
  async closeSockets(id: SessionId): Promise<void> {
    await this.manager.query(`select pg_notify('${SESSION_CHANNEL}', $1)`, [id]);
  }

  /** A second factor was used, or set up, in this session. */
  async strengthen(id: SessionId): Promise<void> {
    await this.manager.update(SessionEntity, { id }, { isStrong: true });
  }

  /** Whether the session was opened after this time. */
  isNewerThan(id: SessionId, time: Date): Promise<boolean> {
    return this.manager.existsBy(SessionEntity, { id, createdAt: MoreThan(time) });
  }

  /** Those of the sessions that have neither ended nor expired. */
  async listLive(ids: readonly SessionId[], now: Date): Promise<SessionId[]> {
    const sql = `select s.id from session s where s.id = any($1::uuid[]) and ${LIVES(2)}`;
    return (await listRows(this.manager, WithId, sql, [ids, now])).map(({ id }) => id);
  }

  /** Deletes the sessions that expired or were ended before this time. */
  async deleteEndedBefore(time: Date): Promise<void> {
    const sessions = this.manager.createQueryBuilder().delete().from(SessionEntity);
    await sessions
      .where({ expiresAt: LessThan(time) })
      .orWhere({ endedAt: LessThan(time) })
      .execute();
  }
}
