import type { EntityManager } from 'typeorm';
import { AttemptEntity } from '../attempts/attempt.entity';
import { QuestionReportEntity } from '../grading/submission.entity';
import type { AccountId, GuestId } from '../ids';
import { GuestEntity } from './account.entity';

/** People who practise without an account. */
export class GuestRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(id: GuestId, createdAt: Date): Promise<void> {
    await this.manager.insert(GuestEntity, { id, createdAt });
  }

  /** Moves everything a guest did to the account that the guest became. */
  async becomeAccount(guestId: GuestId, accountId: AccountId): Promise<void> {
    await this.manager.update(GuestEntity, { id: guestId }, { becameAccountId: accountId });
    await this.manager.update(AttemptEntity, { guestId }, { accountId, guestId: null });
    await this.manager.update(QuestionReportEntity, { guestId }, { accountId, guestId: null });
  }
}
