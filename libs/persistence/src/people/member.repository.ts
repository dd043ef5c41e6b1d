import type { EntityManager } from 'typeorm';
import type { AccountId, MemberId, OrganizationId } from '../ids';
import type { MemberRole } from './organization.entity';

export type NewMember = {
  readonly id: MemberId;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly role: MemberRole;
  readonly createdAt: Date;
};

/** Which account has which role where; an account may have several in one organization. */
export class MemberRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a role; one that is held already is left as it is. */
  async insertOnce({ id, organizationId, accountId, role, createdAt }: NewMember): Promise<void> {
    await this.manager.query(
      `insert into member (id, organization_id, account_id, role, created_at) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, account_id, role) do nothing`,
      [id, organizationId, accountId, role, createdAt],
    );
  }

  async deleteAllOf(accountId: AccountId): Promise<void> {
    await this.manager.query('delete from member where account_id = $1', [accountId]);
  }
}
