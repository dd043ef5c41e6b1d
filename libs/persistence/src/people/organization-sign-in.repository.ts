import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { OrganizationId } from '../ids';
import { findRow, id, row } from '../rows';
import { JOINING_ROLES, type JoiningRole, OrganizationSignInEntity } from './single-sign-on.entity';

export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  /** Encrypted by the api. */
  readonly clientSecret: Buffer;
  readonly defaultRole: JoiningRole;
};

export type OrganizationSignIn = {
  readonly organizationId: OrganizationId;
  readonly provider: Provider | null;
  readonly requiresSingleSignOn: boolean;
  readonly requiresSecondFactor: boolean;
};

const OfDomain = row({
  organizationId: id<OrganizationId>(),
  requiresSingleSignOn: z.boolean(),
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.instanceof(Buffer),
  defaultRole: z.enum(JOINING_ROLES),
});

const FIND_BY_DOMAIN = `
select s.organization_id as "organizationId", s.issuer, s.client_id as "clientId", s.client_secret as "clientSecret",
  s.default_role as "defaultRole", s.requires_single_sign_on as "requiresSingleSignOn"
from organization_domain d join organization_sign_in s on s.organization_id = d.organization_id
where d.domain = $1 and d.proven_at is not null and s.issuer is not null`;

/** How the members of an organization sign in. An organization without a row requires nothing and has no provider. */
export class OrganizationSignInRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(organizationId: OrganizationId): Promise<OrganizationSignIn> {
    const found = await this.manager.findOneBy(OrganizationSignInEntity, { organizationId });
    const { requiresSingleSignOn = false, requiresSecondFactor = false } = found ?? {};
    return { organizationId, provider: found && providerOf(found), requiresSingleSignOn, requiresSecondFactor };
  }

  /** The organization that has proven this domain and configured a provider, with that provider. */
  async findByDomain(domain: string): Promise<(OrganizationSignIn & { readonly provider: Provider }) | null> {
    const found = await findRow(this.manager, OfDomain, FIND_BY_DOMAIN, [domain]);
    if (found === null) return null;
    const { organizationId, requiresSingleSignOn, ...provider } = found;
    return { organizationId, provider, requiresSingleSignOn, requiresSecondFactor: false };
  }

  async save({ organizationId, provider, ...rules }: OrganizationSignIn): Promise<void> {
    const none = { issuer: null, clientId: null, clientSecret: null, defaultRole: null };
    await this.manager.upsert(OrganizationSignInEntity, { organizationId, ...(provider ?? none), ...rules }, [
      'organizationId',
    ]);
  }

  async lock(organizationId: OrganizationId): Promise<void> {
    await this.manager.query('select from organization where id = $1 for update', [organizationId]);
  }
}

function providerOf({ issuer, clientId, clientSecret, defaultRole }: OrganizationSignInEntity): Provider | null {
  if (issuer === null || clientId === null || clientSecret === null || defaultRole === null) return null;
  return { issuer, clientId, clientSecret, defaultRole };
}
