import type { EntityManager } from 'typeorm';
import { AttemptEntity } from '../attempts/attempt.entity';
import { QuestionReportEntity } from '../grading/submission.entity';
import type { AccountId, GuestId } from '../ids';
import { id, listRows, row } from '../rows';
import { GuestEntity } from './account.entity';

const WithId = row({ id: id<GuestId>() });

/** People who practise without an account. */
export class GuestRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(id: GuestId, createdAt: Date): Promise<void> {
    await this.manager.insert(GuestEntity, { id, createdAt });
  }

  /**
   * Guests whom nobody can come back as: without a live session that began after `since`, oldest first. A guest made after
   * `madeBefore` may not have a session yet.
   */
  async listDue(
    due: { readonly now: Date; readonly since: Date; readonly madeBefore: Date },
    most: number,
  ): Promise<GuestId[]> {
    const rows = await listRows(
      this.manager,
      WithId,
      `select g.id from guest g
       where g.erased_at is null and g.became_account_id is null and g.created_at < $3 and not exists (
         select from session s
         where s.guest_id = g.id and s.ended_at is null and s.expires_at > $1 and s.created_at > $2)
       order by g.created_at limit $4`,
      [due.now, due.since, due.madeBefore, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Moves everything a guest did to the account that the guest became. */
  async becomeAccount(guestId: GuestId, accountId: AccountId): Promise<void> {
    await this.manager.update(GuestEntity, { id: guestId }, { becameAccountId: accountId });
    await this.manager.update(AttemptEntity, { guestId }, { accountId, guestId: null });
    await this.manager.update(QuestionReportEntity, { guestId }, { accountId, guestId: null });
  }
}
