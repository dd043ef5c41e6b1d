import {
  type AccountId,
  AccountIdentityRepository,
  type Clock,
  Database,
  OrganizationDomainRepository,
  type OrganizationId,
  OrganizationSignInRepository,
  type Provider,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Sender } from '../../access/context';
import type { SingleSignOnFault, SingleSignOnOffer } from '../../generated/resolvers';
import { RateLimits } from '../../platform/access/rate-limits';
import { Sealing } from '../../platform/access/sealing';
import { type TicketCookie, Tickets } from '../../platform/access/tickets';
import { CLOCK, LOG, SETTINGS } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { checkEmail, plainEmail } from '../identity/sign-up-input';
import { type Entry, SignIns } from '../second-factor/sign-ins';
import { domainOf } from './domain-name';
import { Join } from './join';
import {
  type Expected,
  ProviderClient,
  ProviderError,
  type ProviderAccess,
  type ProviderPerson,
} from './provider-client';

const PURPOSE = 'single sign-on';
/** Time to sign in at the provider. */
const LIVES_MS = 10 * 60_000;
const CALLBACK = '/sign-in/callback';
const ASKED_PER_ADDRESS = { limit: 300, windowSeconds: 900 } as const;
const STARTED_PER_ADDRESS = { limit: 120, windowSeconds: 900 } as const;

type Started = { readonly kind: 'started'; readonly address: string; readonly ticket: TicketCookie };
type Refused = { readonly kind: 'refused'; readonly reason: SingleSignOnFault };
export type StartOutcome = Started | Refused;
export type FinishOutcome = Refused | { readonly kind: 'finished'; readonly entry: Entry; readonly from: string };

type State = Expected & {
  readonly organizationId: OrganizationId;
  readonly issuer: string;
  readonly clientId: string;
  readonly from: string;
};

const refused = (reason: SingleSignOnFault): Refused => ({ kind: 'refused', reason });

export const secretPurpose = (organizationId: OrganizationId, issuer: string): string =>
  `client secret ${organizationId} ${issuer}`;

/** Signing in through the identity provider of an organization. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly db: Database,
    private readonly client: ProviderClient,
    private readonly join: Join,
    private readonly signIns: SignIns,
    private readonly tickets: Tickets,
    private readonly sealing: Sealing,
    private readonly limits: RateLimits,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The address that a provider sends the browser back to. */
  get redirectUri(): string {
    return this.settings.publicUrl + CALLBACK;
  }

  /** Whether the domain of an address has single sign-on. The part before the @ is not looked at, so no account is revealed. */
  async offerFor({ address }: Sender, email: string): Promise<SingleSignOnOffer> {
    await this.limits.take(`sign-in-ways:${this.limits.ofAddress(address)}`, ASKED_PER_ADDRESS);
    const found = await this.findByEmail(email);
    if (found === null) return 'NONE';
    return found.requiresSingleSignOn ? 'REQUIRED' : 'OFFERED';
  }

  async start(
    sender: Sender,
    { email, from }: { readonly email: string; readonly from: string },
  ): Promise<StartOutcome> {
    await this.limits.take(`single-sign-on:${this.limits.ofAddress(sender.address)}`, STARTED_PER_ADDRESS);
    const found = await this.findByEmail(email);
    const access = found && this.accessOf(found.organizationId, found.provider);
    if (found === null || access === null) return refused('NOT_OFFERED');
    const expected = await this.client.newExpected();
    const state: State = { ...expected, organizationId: found.organizationId, ...withoutSecret(access), from };
    try {
      const to = { redirectUri: this.redirectUri, email: plainEmail(email) };
      const address = await this.client.addressFor(access, expected, to);
      return { kind: 'started', address, ticket: this.tickets.issue(PURPOSE, state, LIVES_MS) };
    } catch (error) {
      return this.failed(error);
    }
  }

  /** `parameters` are those of the address that the provider sent the browser back to. */
  async finish(sender: Sender, cookie: string | null, parameters: string): Promise<FinishOutcome> {
    const ticket = await this.tickets.read<State>(PURPOSE, cookie);
    if (ticket === null) return refused('EXPIRED');
    const { organizationId, from, ...expected } = ticket.value;
    const answer = new URL(`${this.redirectUri}?${parameters.replace(/^\?/, '')}`);
    // The ticket stays: whoever sent this answer does not have it.
    if (answer.searchParams.get('state') !== expected.state) return refused('ALTERED');
    if (!(await this.tickets.use(ticket))) return refused('EXPIRED');
    const { provider } = await this.db.repo(OrganizationSignInRepository).find(organizationId);
    const access = provider && this.accessOf(organizationId, provider);
    if (!provider || !access || provider.issuer !== expected.issuer || provider.clientId !== expected.clientId)
      return refused('EXPIRED');
    try {
      const person = await this.client.personIn(access, expected, answer);
      const accountId = await this.accountOf(sender, person, { organizationId, defaultRole: provider.defaultRole });
      if (typeof accountId === 'object') return accountId;
      const proven = { accountId, isStrong: false, providerOrganizationId: organizationId };
      return { kind: 'finished', entry: await this.signIns.enter(sender, proven), from };
    } catch (error) {
      return this.failed(error);
    }
  }

  private async accountOf(
    sender: Sender,
    person: ProviderPerson,
    door: { readonly organizationId: OrganizationId; readonly defaultRole: Provider['defaultRole'] },
    isFirstTry = true,
  ): Promise<AccountId | Refused> {
    const known = await this.db.repo(AccountIdentityRepository).find(person.issuer, person.subject);
    if (known !== null) {
      await this.db.repo(AccountIdentityRepository).use(known.id, this.clock.now());
      return known.accountId;
    }
    const email = person.email && plainEmail(person.email);
    if (!email || checkEmail(email).length > 0) return refused('EMAIL_UNVERIFIED');
    const domain = domainOf(email);
    const isProven = domain && (await this.db.repo(OrganizationDomainRepository).isProven(door.organizationId, domain));
    if (!isProven) return refused('DOMAIN_UNPROVEN');
    try {
      return await this.join.run({ ...person, email }, door, sender.subject);
    } catch (error) {
      // A concurrent request of the same person has made the account or the identity.
      if (isFirstTry && isUniqueViolation(error)) return this.accountOf(sender, person, door, false);
      throw error;
    }
  }

  private async findByEmail(email: string) {
    const domain = domainOf(plainEmail(email));
    return domain === null ? null : this.db.repo(OrganizationSignInRepository).findByDomain(domain);
  }

  /** Null if the secret was sealed with another HOLDOUT_SECRET. */
  private accessOf(
    organizationId: OrganizationId,
    { issuer, clientId, clientSecret }: Provider,
  ): ProviderAccess | null {
    const secret = this.sealing.open(secretPurpose(organizationId, issuer), clientSecret);
    return secret === null ? null : { issuer, clientId, clientSecret: secret };
  }

  private failed(error: unknown): Refused {
    if (!(error instanceof ProviderError)) throw error;
    const { fault, cause } = error;
    this.log.warn({ fault, reason: cause instanceof Error ? cause.message : undefined }, 'single sign-on was refused');
    switch (fault) {
      case 'DENIED':
      case 'CODE_REFUSED':
      case 'ANSWER_REFUSED':
      case 'CLIENT_REFUSED':
        return refused(fault);
      case 'PRIVATE_ADDRESS':
      case 'UNREACHABLE':
      case 'NOT_OPENID':
        return refused('PROVIDER_DOWN');
    }
  }
}

const withoutSecret = ({ issuer, clientId }: ProviderAccess) => ({ issuer, clientId });
