import type { EntityManager } from 'typeorm';
import { SessionEntity } from './account.entity';
import type { AccountId, GuestId, SessionId } from '../ids';

export type NewSession = {
  readonly id: SessionId;
  readonly tokenHash: Buffer;
  readonly subject: { readonly accountId: AccountId } | { readonly guestId: GuestId };
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type LiveSession = {
  readonly id: SessionId;
  readonly accountId: AccountId | null;
  readonly guestId: GuestId | null;
};

const FIND_LIVE = `
select id, account_id as "accountId", guest_id as "guestId" from session
where token_hash = $1 and ended_at is null and expires_at > $2`;

/** Sessions, known by the hash of their token alone. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  async findLive(tokenHash: Buffer, now: Date): Promise<LiveSession | null> {
    const [session] = await this.manager.query<LiveSession[]>(FIND_LIVE, [tokenHash, now]);
    return session ?? null;
  }

  async insert({ subject, ...session }: NewSession): Promise<void> {
    await this.manager.insert(SessionEntity, { ...session, ...subject });
  }

  async end(id: SessionId, now: Date): Promise<void> {
    await this.manager.query('update session set ended_at = $2 where id = $1 and ended_at is null', [id, now]);
  }

  async endAllOfAccount(accountId: AccountId, now: Date): Promise<void> {
    await this.manager.query('update session set ended_at = $2 where account_id = $1 and ended_at is null', [
      accountId,
      now,
    ]);
  }

  async endAllOfGuest(guestId: GuestId, now: Date): Promise<void> {
    await this.manager.query('update session set ended_at = $2 where guest_id = $1 and ended_at is null', [
      guestId,
      now,
    ]);
  }

  async deleteEndedBefore(moment: Date): Promise<void> {
    await this.manager.query('delete from session where expires_at < $1 or ended_at < $1', [moment]);
  }
}
