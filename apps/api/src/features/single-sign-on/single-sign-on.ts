import type { OrganizationId } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { Sender } from '../../access/context';
import type { SingleSignOnFault, SingleSignOnOffer } from '../../generated/resolvers';
import { RateLimits } from '../../platform/access/rate-limits';
import { type TicketCookie, Tickets } from '../../platform/access/tickets';
import { plainEmail } from '../identity/sign-up-input';
import { type Expected, ProviderClient, ProviderError, type ProviderFault } from './provider-client';
import { Providers } from './providers';

/** The cookie of a sign-in that waits for the provider's answer. */
export const SINGLE_SIGN_ON = 'single sign-on';
/** Time to sign in at the provider. */
const LIVES_MS = 10 * 60_000;
const ASKED_PER_ADDRESS = { limit: 300, windowSeconds: 900 } as const;
const STARTED_PER_ADDRESS = { limit: 120, windowSeconds: 900 } as const;

export type Refused = { readonly kind: 'refused'; readonly reason: SingleSignOnFault };
export type StartOutcome =
  Refused | { readonly kind: 'started'; readonly address: string; readonly ticket: TicketCookie };

/** What the browser keeps while the person is at the provider. */
export type Begun = Expected & {
  readonly organizationId: OrganizationId;
  readonly issuer: string;
  readonly clientId: string;
  readonly from: string;
};

const SHOWN: Readonly<Record<ProviderFault, SingleSignOnFault>> = {
  DENIED: 'DENIED',
  CODE_REFUSED: 'CODE_REFUSED',
  ANSWER_REFUSED: 'ANSWER_REFUSED',
  CLIENT_REFUSED: 'CLIENT_REFUSED',
  PRIVATE_ADDRESS: 'PROVIDER_DOWN',
  UNREACHABLE: 'PROVIDER_DOWN',
  NOT_OPENID: 'PROVIDER_DOWN',
};

export const refused = (reason: SingleSignOnFault): Refused => ({ kind: 'refused', reason });

/** The refusal for a fault of the provider; any other error is thrown on. */
export function refusalFor(error: unknown): Refused {
  if (!(error instanceof ProviderError)) throw error;
  return refused(SHOWN[error.fault]);
}

/** The way to the identity provider of an organization. */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly providers: Providers,
    private readonly client: ProviderClient,
    private readonly tickets: Tickets,
    private readonly limits: RateLimits,
  ) {}

  /** Whether the domain of an address has single sign-on. The part before the @ is not looked at, so no account is revealed. */
  async offerFor({ address }: Sender, email: string): Promise<SingleSignOnOffer> {
    await this.limits.take(`sign-in-ways:${this.limits.ofAddress(address)}`, ASKED_PER_ADDRESS);
    const found = await this.providers.offeredTo(email);
    if (found === null) return 'NONE';
    return found.requiresSingleSignOn ? 'REQUIRED' : 'OFFERED';
  }

  async start(
    sender: Sender,
    { email, from }: { readonly email: string; readonly from: string },
  ): Promise<StartOutcome> {
    await this.limits.take(`single-sign-on:${this.limits.ofAddress(sender.address)}`, STARTED_PER_ADDRESS);
    const provider = await this.providers.findByEmail(email);
    if (provider === null) return refused('NOT_OFFERED');
    const { organizationId, access } = provider;
    const expected = this.client.newExpected();
    const begun: Begun = { ...expected, organizationId, issuer: access.issuer, clientId: access.clientId, from };
    try {
      const address = await this.client.addressFor(access, expected, plainEmail(email));
      return { kind: 'started', address, ticket: this.tickets.issue(SINGLE_SIGN_ON, begun, LIVES_MS) };
    } catch (error) {
      return refusalFor(error);
    }
  }
}
