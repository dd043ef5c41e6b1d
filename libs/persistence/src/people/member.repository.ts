import type { EntityManager } from 'typeorm';
import type { AccountId, MemberId, OrganizationId } from '../ids';
import { MemberEntity, type MemberRole } from './organization.entity';

export type NewMember = {
  readonly id: MemberId;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly role: MemberRole;
  readonly createdAt: Date;
};

/** Roles of accounts in organizations; an account may have several roles in one organization. */
export class MemberRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a role; a role that the account already has is left unchanged. */
  async insertOnce(member: NewMember): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(MemberEntity).values(member).orIgnore().execute();
  }

  async deleteAllOf(accountId: AccountId): Promise<void> {
    await this.manager.delete(MemberEntity, { accountId });
  }
}
