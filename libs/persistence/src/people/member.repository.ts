import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, MemberId, OrganizationId } from '../ids';
import { id, listRows, row } from '../rows';
import { MEMBER_ROLES, MemberEntity, type MemberRole } from './organization.entity';

export type NewMember = {
  readonly id: MemberId;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly role: MemberRole;
  readonly createdAt: Date;
};

const Member = row({ accountId: id<AccountId>(), role: z.enum(MEMBER_ROLES) });

/** Roles of accounts in organizations; an account may have several roles in one organization. */
export class MemberRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a role; a role that the account already has is left unchanged. */
  async insertOnce(member: NewMember): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(MemberEntity).values(member).orIgnore().execute();
  }

  /** Every role in the organization; its members cannot change until the transaction ends. */
  async listForUpdate(organizationId: OrganizationId): Promise<z.infer<typeof Member>[]> {
    await this.manager.query('select from organization where id = $1 for update', [organizationId]);
    const sql = 'select account_id as "accountId", role from member where organization_id = $1 order by role';
    return listRows(this.manager, Member, sql, [organizationId]);
  }

  async deleteRoles(organizationId: OrganizationId, accountId: AccountId): Promise<void> {
    await this.manager.delete(MemberEntity, { organizationId, accountId });
  }

  async deleteAllOf(accountId: AccountId): Promise<void> {
    await this.manager.delete(MemberEntity, { accountId });
  }
}
