import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, OrganizationId } from '../ids';
import { id, listRows, row } from '../rows';
import { MEMBER_ROLES, OrganizationEntity } from './organization.entity';

export type Organization = { readonly id: OrganizationId; readonly slug: string; readonly name: string };

/** An organization as one of its members sees it. */
export type OwnOrganization = z.infer<typeof OwnOrganization>;
const OwnOrganization = row({
  id: id<OrganizationId>(),
  slug: z.string(),
  name: z.string(),
  roles: z.array(z.enum(MEMBER_ROLES)).readonly(),
});

const OWN = `
select o.id, o.slug, o.name, array_agg(m.role order by m.role) as roles
from organization o join member m on m.organization_id = o.id
where m.account_id = $1
group by o.id order by o.name, o.id`;

/** Organizations and their members. */
export class OrganizationRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(organization: Organization, createdAt: Date): Promise<void> {
    await this.manager.insert(OrganizationEntity, { ...organization, createdAt });
  }

  findBySlug(slug: string): Promise<Organization | null> {
    return this.manager.findOneBy(OrganizationEntity, { slug });
  }

  /** The organizations that the account is a member of, by name. */
  listOwn(accountId: AccountId): Promise<readonly OwnOrganization[]> {
    return listRows(this.manager, OwnOrganization, OWN, [accountId]);
  }
}
