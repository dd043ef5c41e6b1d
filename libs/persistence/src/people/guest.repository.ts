import type { EntityManager } from 'typeorm';
import { GuestEntity } from './account.entity';
import type { AccountId, GuestId } from '../ids';

/** People who practise without an account. */
export class GuestRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(id: GuestId, createdAt: Date): Promise<void> {
    await this.manager.insert(GuestEntity, { id, createdAt });
  }

  /** Hands everything a guest did to the account that the guest became. */
  async becomeAccount(guestId: GuestId, accountId: AccountId): Promise<void> {
    await this.manager.query('update guest set became_account_id = $2 where id = $1', [guestId, accountId]);
    for (const table of ['attempt', 'question_report']) {
      await this.manager.query(`update ${table} set account_id = $2, guest_id = null where guest_id = $1`, [
        guestId,
        accountId,
      ]);
    }
  }

  async erase(id: GuestId, now: Date): Promise<void> {
    await this.manager.query('update guest set erased_at = $2 where id = $1', [id, now]);
  }
}
