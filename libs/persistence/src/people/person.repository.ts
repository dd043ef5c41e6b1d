import type { EntityManager } from 'typeorm';
import type { AccountId, GuestId } from '../ids';
import { findRow, id, row } from '../rows';

/** A person by account or guest; both are null for a visitor and for a candidate. */
export type PersonColumns = { readonly accountId: AccountId | null; readonly guestId: GuestId | null };

const WithId = row({ id: id() });

const ACCOUNT = 'select id from account where id = $1 and erased_at is null for share';
const GUEST = 'select id from guest where id = $1 and became_account_id is null and erased_at is null for share';

/** Accounts and guests as writers of rows that an erasure must find. */
export class PersonRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Locks the person until the transaction ends, so that what it writes is erased by an erasure that follows. False if
   * the person has been erased, or is a guest that has become an account.
   */
  async hold({ accountId, guestId }: PersonColumns): Promise<boolean> {
    if (accountId === null && guestId === null) return true;
    const sql = guestId === null ? ACCOUNT : GUEST;
    return (await findRow(this.manager, WithId, sql, [guestId ?? accountId])) !== null;
  }
}
