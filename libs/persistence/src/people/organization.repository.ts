import type { EntityManager } from 'typeorm';
import type { AccountId, OrganizationId } from '../ids';
import { OrganizationEntity } from './organization-itself.entity';
import type { MemberRole } from './organization.entity';

export type Organization = { readonly id: OrganizationId; readonly slug: string; readonly name: string };

/** An organization as one of its members sees it. */
export type OwnOrganization = Organization & { readonly roles: readonly MemberRole[] };

const OWN = `
select o.id, o.slug, o.name, array_agg(m.role order by m.role) as roles
from organization o join member m on m.organization_id = o.id
where m.account_id = $1`;

/** Organizations and who belongs to them. */
export class OrganizationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(organization: Organization, createdAt: Date): Promise<void> {
    await this.manager.insert(OrganizationEntity, { ...organization, createdAt });
  }

  async findBySlug(slug: string): Promise<Organization | null> {
    const [row] = await this.manager.query<Organization[]>('select id, slug, name from organization where slug = $1', [
      slug,
    ]);
    return row ?? null;
  }

  async findOwn(slug: string, accountId: AccountId): Promise<OwnOrganization | null> {
    const [row] = await this.manager.query<OwnOrganization[]>(`${OWN} and o.slug = $2 group by o.id`, [
      accountId,
      slug,
    ]);
    return row ?? null;
  }

  async listOwn(accountId: AccountId): Promise<readonly OwnOrganization[]> {
    return this.manager.query<OwnOrganization[]>(`${OWN} group by o.id order by o.name, o.id`, [accountId]);
  }
}
