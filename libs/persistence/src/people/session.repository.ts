import { type EntityManager, IsNull, LessThan } from 'typeorm';
import type { z } from 'zod';
import type { AccountId, GuestId, SessionId } from '../ids';
import { findRow, id, row } from '../rows';
import { SessionEntity } from './account.entity';

export type NewSession = {
  readonly id: SessionId;
  readonly tokenHash: Buffer;
  readonly subject: { readonly accountId: AccountId } | { readonly guestId: GuestId };
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type LiveSession = z.infer<typeof LiveSession>;
const LiveSession = row({
  id: id<SessionId>(),
  accountId: id<AccountId>().nullable(),
  guestId: id<GuestId>().nullable(),
});

/** SQL, because every request runs it: through the entity it takes 0.1 ms more of the API's CPU. */
const FIND_LIVE = `
select id, account_id as "accountId", guest_id as "guestId" from session
where token_hash = $1 and ended_at is null and expires_at > $2`;

/** Sessions; a session is found by the hash of its token alone. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  findLive(tokenHash: Buffer, now: Date): Promise<LiveSession | null> {
    return findRow(this.manager, LiveSession, FIND_LIVE, [tokenHash, now]);
  }

  async insert({ subject, ...session }: NewSession): Promise<void> {
    await this.manager.insert(SessionEntity, { ...session, ...subject });
  }

  async end(id: SessionId, now: Date): Promise<void> {
    await this.manager.update(SessionEntity, { id, endedAt: IsNull() }, { endedAt: now });
  }

  async endAllOfAccount(accountId: AccountId, now: Date): Promise<void> {
    await this.manager.update(SessionEntity, { accountId, endedAt: IsNull() }, { endedAt: now });
  }

  async endAllOfGuest(guestId: GuestId, now: Date): Promise<void> {
    await this.manager.update(SessionEntity, { guestId, endedAt: IsNull() }, { endedAt: now });
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
