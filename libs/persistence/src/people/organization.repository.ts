import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, OrganizationId, SessionId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { lookOf, looksLike } from './look-alikes';
import { MEMBER_ROLES, OrganizationEntity } from './organization.entity';

export type Organization = { readonly id: OrganizationId; readonly slug: string; readonly name: string };

/** An organization as one of its members sees it. */
export type OwnOrganization = z.infer<typeof OwnOrganization>;
const OwnOrganization = row({
  id: id<OrganizationId>(),
  slug: z.string(),
  name: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)).readonly(),
  /** What the organization requires of a session and this one lacks. */
  lacks: z.enum(['single_sign_on', 'second_factor']).nullable(),
});

const OWN = `
select o.id, o.slug, o.name, array_agg(m.role order by m.role) as roles,
  case
    when x.provider_organization_id is not distinct from o.id then null
    when s.requires_single_sign_on and not bool_or(m.role = 'admin') then 'single_sign_on'
    when s.requires_second_factor and not coalesce(x.is_strong, false) then 'second_factor'
  end as lacks
from organization o join member m on m.organization_id = o.id
  left join organization_sign_in s on s.organization_id = o.id
  left join session x on x.id = $2
where m.account_id = $1
group by o.id, s.organization_id, x.id order by o.name, o.id`;

/** Organizations and their members. */
export class OrganizationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(organization: Organization, createdAt: Date): Promise<void> {
    await this.manager.insert(OrganizationEntity, { ...organization, createdAt });
  }

  findBySlug(slug: string): Promise<Organization | null> {
    return this.manager.findOneBy(OrganizationEntity, { slug });
  }

  /** The name of an organization that another name would be taken for; null if there is none. */
  async findLookAlike(name: string): Promise<string | null> {
    const found = await findRow(
      this.manager,
      row({ name: z.string() }),
      `select name from organization where ${looksLike('name')} order by name limit 1`,
      lookOf(name),
    );
    return found?.name ?? null;
  }

  /** The organizations that the account is a member of, by name, as seen in this session. */
  listOwn(accountId: AccountId, sessionId: SessionId | null): Promise<readonly OwnOrganization[]> {
    return listRows(this.manager, OwnOrganization, OWN, [accountId, sessionId]);
  }
}
