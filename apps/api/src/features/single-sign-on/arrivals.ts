import {
  type AccountId,
  AccountIdentityRepository,
  type Clock,
  Database,
  OrganizationDomainRepository,
  type OrganizationId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Subject } from '../../access/context';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { checkEmail, plainEmail } from '../identity/sign-up-input';
import { domainOf } from './domain-name';
import { type Door, Join, type Newcomer } from './join';
import type { ProviderPerson } from './provider-client';

type Arrival =
  | { readonly kind: 'known'; readonly accountId: AccountId }
  | { readonly kind: 'refused'; readonly reason: 'EMAIL_UNVERIFIED' | 'DOMAIN_UNPROVEN' };

/** Whose account it is that a provider vouches for. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly db: Database,
    private readonly join: Join,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Issuer and subject alone identify a person who has been here; only the first time the address counts. */
  async of(person: ProviderPerson, door: Door, subject: Subject | null): Promise<Arrival> {
    const known = await this.findKnown(person);
    if (known !== null) return { kind: 'known', accountId: known };
    const email = person.email === null ? '' : plainEmail(person.email);
    if (checkEmail(email).length > 0) return { kind: 'refused', reason: 'EMAIL_UNVERIFIED' };
    if (!(await this.isProven(door.organizationId, email))) return { kind: 'refused', reason: 'DOMAIN_UNPROVEN' };
    return { kind: 'known', accountId: await this.joined({ ...person, email }, door, subject) };
  }

  private async findKnown({ issuer, subject }: ProviderPerson): Promise<AccountId | null> {
    const identities = this.db.repo(AccountIdentityRepository);
    const known = await identities.find(issuer, subject);
    if (known !== null) await identities.use(known.id, this.clock.now());
    return known?.accountId ?? null;
  }

  private async isProven(organizationId: OrganizationId, email: string): Promise<boolean> {
    const domain = domainOf(email);
    return domain !== null && this.db.repo(OrganizationDomainRepository).isProven(organizationId, domain);
  }

  /** A concurrent request of the same person may make account and identity first; then they are found. */
  private async joined(newcomer: Newcomer, door: Door, subject: Subject | null): Promise<AccountId> {
    try {
      return await this.join.run(newcomer, door, subject);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await this.findKnown(newcomer)) ?? this.join.run(newcomer, door, subject);
    }
  }
}
