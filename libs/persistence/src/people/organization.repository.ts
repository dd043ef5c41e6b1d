import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, OrganizationId, SessionId } from '../ids';
import { findRow, getRow, id, listRows, row } from '../rows';
import { lookOf, looksLike } from './look-alikes';
import { MEMBER_ROLES, OrganizationEntity } from './organization.entity';

export type Organization = z.infer<typeof Organization>;
const Organization = row({ id: id<OrganizationId>(), slug: z.string(), name: z.string() });

export type OrganizationSettings = z.infer<typeof OrganizationSettings>;
const OrganizationSettings = row({
  slug: z.string(),
  name: z.string(),
  contactEmail: z.string().nullable(),
  timeZone: z.string(),
  dateLocale: z.string(),
});

/** An organization as one of its members sees it. */
export type OwnOrganization = z.infer<typeof OwnOrganization>;
const OwnOrganization = row({
  id: id<OrganizationId>(),
  slug: z.string(),
  /** The present slug and the earlier ones. */
  slugs: z.array(z.string()).readonly(),
  name: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)).readonly(),
  /** What the organization requires of a session and this one lacks. */
  lacks: z.enum(['single_sign_on', 'second_factor']).nullable(),
});

const OWN = `
select o.id, o.slug, o.name, array_agg(m.role order by m.role) as roles,
  array(select slug from organization_slug where organization_id = o.id) as slugs,
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

  /** By its present slug or an earlier one. */
  findBySlug(slug: string): Promise<Organization | null> {
    const sql = `select o.id, o.slug, o.name from organization_slug s join organization o on o.id = s.organization_id
      where s.slug = $1`;
    return findRow(this.manager, Organization, sql, [slug]);
  }

  find(id: OrganizationId): Promise<Organization | null> {
    return findRow(this.manager, Organization, 'select id, slug, name from organization where id = $1', [id]);
  }

  /** What its administrators may change. Throws a unique violation for a slug that another organization has or had. */
  async change(id: OrganizationId, settings: OrganizationSettings): Promise<void> {
    await this.manager.update(OrganizationEntity, { id }, settings);
  }

  async getSettings(id: OrganizationId): Promise<OrganizationSettings> {
    const sql = `select slug, name, contact_email as "contactEmail", time_zone as "timeZone", date_locale as "dateLocale"
      from organization where id = $1`;
    return getRow(this.manager, OrganizationSettings, sql, [id]);
  }

  /** The number of organizations that the account founded since then. */
  async countFounded(accountId: AccountId, since: Date): Promise<number> {
    const sql = `select count(*)::int as n from audit where act = 'organization.founded' and actor_account_id = $1 and at > $2`;
    return (await getRow(this.manager, row({ n: z.int() }), sql, [accountId, since])).n;
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
