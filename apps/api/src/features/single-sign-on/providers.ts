import {
  Database,
  type OrganizationId,
  OrganizationSignInRepository,
  type Provider as StoredProvider,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { Sealing } from '../../platform/access/sealing';
import { plainEmail } from '../identity/sign-up-input';
import { domainOf } from './domain-name';
import type { ProviderAccess } from './provider-client';

/** The provider of an organization, with its secret in clear. */
export type Provider = {
  readonly organizationId: OrganizationId;
  readonly access: ProviderAccess;
  readonly defaultRole: StoredProvider['defaultRole'];
};

const purposeOf = (organizationId: OrganizationId, issuer: string): string =>
  `client secret ${organizationId} ${issuer}`;

/** The identity providers of organizations. */
@Injectable()
export class Providers {
  constructor(
    private readonly db: Database,
    private readonly sealing: Sealing,
  ) {}

  /** The organization that has proven the domain of the address, if it has a provider. */
  async offeredTo(email: string) {
    const domain = domainOf(plainEmail(email));
    return domain === null ? null : this.db.repo(OrganizationSignInRepository).findByDomain(domain);
  }

  async findByEmail(email: string): Promise<Provider | null> {
    const found = await this.offeredTo(email);
    return found && this.opened(found.organizationId, found.provider);
  }

  async find(organizationId: OrganizationId): Promise<Provider | null> {
    const { provider } = await this.db.repo(OrganizationSignInRepository).find(organizationId);
    return provider && this.opened(organizationId, provider);
  }

  sealSecret(organizationId: OrganizationId, issuer: string, secret: string): Buffer {
    return this.sealing.seal(purposeOf(organizationId, issuer), secret);
  }

  /** Null if the secret was sealed with another HOLDOUT_SECRET. */
  private opened(organizationId: OrganizationId, stored: StoredProvider): Provider | null {
    const { issuer, clientId, defaultRole } = stored;
    const clientSecret = this.sealing.open(purposeOf(organizationId, issuer), stored.clientSecret);
    return clientSecret === null ? null : { organizationId, access: { issuer, clientId, clientSecret }, defaultRole };
  }
}
