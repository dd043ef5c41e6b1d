import { type EntityManager, IsNull, Not } from 'typeorm';
import type { OrganizationDomainId, OrganizationId } from '../ids';
import { OrganizationDomainEntity } from './single-sign-on.entity';

export type OrganizationDomain = Readonly<OrganizationDomainEntity>;
export type NewDomain = Pick<OrganizationDomain, 'id' | 'organizationId' | 'domain' | 'token' | 'createdAt'>;
export type DomainCheck = Pick<OrganizationDomain, 'checkedAt' | 'provenAt' | 'missingSince'>;

/** Domains that organizations have named, proven by a DNS record or not yet. */
export class OrganizationDomainRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds a domain; one that the organization has already is left unchanged. */
  async insertOnce(domain: NewDomain): Promise<void> {
    await this.manager.createQueryBuilder().insert().into(OrganizationDomainEntity).values(domain).orIgnore().execute();
  }

  listOf(organizationId: OrganizationId): Promise<OrganizationDomain[]> {
    return this.manager.find(OrganizationDomainEntity, { where: { organizationId }, order: { domain: 'asc' } });
  }

  find(organizationId: OrganizationId, id: OrganizationDomainId): Promise<OrganizationDomain | null> {
    return this.manager.findOneBy(OrganizationDomainEntity, { organizationId, id });
  }

  /** The domains of all organizations that are proven, for the daily check. */
  listProven(): Promise<OrganizationDomain[]> {
    return this.manager.find(OrganizationDomainEntity, { where: { provenAt: Not(IsNull()) }, order: { id: 'asc' } });
  }

  isProven(organizationId: OrganizationId, domain: string): Promise<boolean> {
    return this.manager.existsBy(OrganizationDomainEntity, { organizationId, domain, provenAt: Not(IsNull()) });
  }

  /** Violates `organization_domain_proven_key` if another organization has proven the domain. */
  async setCheck(id: OrganizationDomainId, check: DomainCheck): Promise<void> {
    await this.manager.update(OrganizationDomainEntity, { id }, check);
  }

  async delete(organizationId: OrganizationId, id: OrganizationDomainId): Promise<void> {
    await this.manager.delete(OrganizationDomainEntity, { organizationId, id });
  }
}
