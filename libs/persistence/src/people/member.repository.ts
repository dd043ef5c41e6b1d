import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, MemberId, OrganizationId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { MEMBER_ROLES, MemberEntity, type MemberRole } from './organization.entity';

export type NewMember = {
  readonly id: MemberId;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly role: MemberRole;
  readonly createdAt: Date;
};

export type MemberProfile = z.infer<typeof MemberProfile>;
const MemberProfile = row({
  accountId: id<AccountId>(),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)).readonly(),
  joinedAt: z.date(),
});

/** The place of a member in the list. */
export type MemberPlace = Pick<MemberProfile, 'displayName' | 'accountId'>;
type MemberPage = { readonly search: string; readonly after: MemberPlace | null; readonly first: number };

const LIST = `
select m.account_id as "accountId", p.display_name as "displayName", p.email,
  array_agg(m.role order by m.role) as roles, min(m.created_at) as "joinedAt"
from member m join account_profile p on p.account_id = m.account_id
where m.organization_id = $1 and (p.display_name ilike $2 or p.email ilike $2)
  and ($3::text is null or (p.display_name, m.account_id) > ($3, $4::uuid))
  and ($6::uuid is null or m.account_id = $6)
group by m.account_id, p.display_name, p.email
order by p.display_name, m.account_id limit $5`;

const WithEmail = row({ email: z.string() });

const Member = row({ accountId: id<AccountId>(), role: z.enum(MEMBER_ROLES) });

/** Roles of accounts in organizations; an account may have several roles in one organization. */
export class MemberRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a role; a role that the account already has is left unchanged. */
  async insertOnce(member: NewMember): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(MemberEntity).values(member).orIgnore().execute();
  }

  /** Every role in the organization; its members and invitations cannot change until the transaction ends. */
  async listForUpdate(organizationId: OrganizationId): Promise<z.infer<typeof Member>[]> {
    await this.manager.query('select from organization where id = $1 for no key update', [organizationId]);
    const sql = 'select account_id as "accountId", role from member where organization_id = $1 order by role';
    return listRows(this.manager, Member, sql, [organizationId]);
  }

  /** Members by name; `search` is part of a name or address. */
  listProfiles(
    organizationId: OrganizationId,
    { search, after, first }: MemberPage,
  ): Promise<readonly MemberProfile[]> {
    return listRows(this.manager, MemberProfile, LIST, [
      organizationId,
      `%${search.replace(/[\\%_]/g, '\\$&')}%`,
      after?.displayName ?? null,
      after?.accountId ?? null,
      first,
      null,
    ]);
  }

  findProfile(organizationId: OrganizationId, accountId: AccountId): Promise<MemberProfile | null> {
    return findRow(this.manager, MemberProfile, LIST, [organizationId, '%', null, null, 1, accountId]);
  }

  /** Those of the addresses that members have. */
  async listAddressesAmong(organizationId: OrganizationId, emails: readonly string[]): Promise<readonly string[]> {
    const sql = `select distinct p.email from member m join account_profile p on p.account_id = m.account_id
      where m.organization_id = $1 and p.email = any($2)`;
    return (await listRows(this.manager, WithEmail, sql, [organizationId, emails])).map(({ email }) => email);
  }

  async deleteRoles(organizationId: OrganizationId, accountId: AccountId): Promise<void> {
    await this.manager.delete(MemberEntity, { organizationId, accountId });
  }

  async deleteAllOf(accountId: AccountId): Promise<void> {
    await this.manager.delete(MemberEntity, { accountId });
  }
}
