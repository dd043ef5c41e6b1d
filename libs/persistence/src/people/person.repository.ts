import type { EntityManager } from 'typeorm';
import type { AccountId, CandidateId, GuestId } from '../ids';
import { findRow, id, row } from '../rows';

/** A person by account, guest or candidate; all are null for a visitor. */
export type PersonColumns = {
  readonly accountId: AccountId | null;
  readonly guestId: GuestId | null;
  readonly candidateId?: CandidateId | null;
};

const WithId = row({ id: id() });

const ACCOUNT = 'select id from account where id = $1 and erased_at is null for share';
const GUEST = 'select id from guest where id = $1 and became_account_id is null and erased_at is null for share';
const CANDIDATE = 'select id from candidate where id = $1 and erased_at is null for share';

/** Accounts, guests and candidates as writers of rows that an erasure must find. */
export class PersonRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Locks the person until the transaction ends, so that what it writes is erased by an erasure that follows. False if
   * the person has been erased, or is a guest that has become an account.
   */
  async hold({ accountId, guestId, candidateId = null }: PersonColumns): Promise<boolean> {
    const ids = [
      [ACCOUNT, accountId],
      [GUEST, guestId],
      [CANDIDATE, candidateId],
    ] as const;
    for (const [sql, id] of ids) {
      if (id !== null && (await findRow(this.manager, WithId, sql, [id])) === null) return false;
    }
    return true;
  }
}
