import { Injectable } from '@nestjs/common';
import type { Sender } from '../../access/context';
import { type Ticket, Tickets } from '../../platform/access/tickets';
import { type Entry, SignIns } from '../second-factor/sign-ins';
import { Arrivals } from './arrivals';
import { ProviderClient } from './provider-client';
import { type Provider, Providers } from './providers';
import { type Begun, refusalFor, type Refused, refused, SINGLE_SIGN_ON } from './single-sign-on';

export type ReturnOutcome = Refused | { readonly kind: 'finished'; readonly entry: Entry; readonly from: string };

type Accepted = { readonly kind: 'accepted'; readonly begun: Begun; readonly provider: Provider; readonly answer: URL };

/** The way back from the identity provider. */
@Injectable()
export class SingleSignOnReturn {
  constructor(
    private readonly providers: Providers,
    private readonly client: ProviderClient,
    private readonly tickets: Tickets,
    private readonly arrivals: Arrivals,
    private readonly signIns: SignIns,
  ) {}

  /** `parameters` are those of the address that the provider sent the browser back to. */
  async finish(sender: Sender, cookie: string | null, parameters: string): Promise<ReturnOutcome> {
    const ticket = await this.tickets.read<Begun>(SINGLE_SIGN_ON, cookie);
    if (ticket === null) return refused('EXPIRED');
    const accepted = await this.accept(ticket, new URL(`${this.client.redirectUri}?${parameters.replace(/^\?/, '')}`));
    if (accepted.kind === 'refused') return accepted;
    try {
      return await this.enter(sender, accepted);
    } catch (error) {
      return refusalFor(error);
    }
  }

  /** Uses the ticket up, if this is an answer to it and the provider is the same as then. */
  private async accept(ticket: Ticket<Begun>, answer: URL): Promise<Accepted | Refused> {
    const begun = ticket.value;
    // The ticket stays: whoever sent this answer does not have it.
    if (answer.searchParams.get('state') !== begun.state) return refused('ALTERED');
    if (!(await this.tickets.use(ticket))) return refused('EXPIRED');
    const provider = await this.providers.find(begun.organizationId);
    const isSame = provider?.access.issuer === begun.issuer && provider.access.clientId === begun.clientId;
    return provider && isSame ? { kind: 'accepted', begun, provider, answer } : refused('EXPIRED');
  }

  private async enter(sender: Sender, { begun, provider, answer }: Accepted): Promise<ReturnOutcome> {
    const { organizationId, access } = provider;
    const person = await this.client.personIn(access, begun, answer);
    const arrival = await this.arrivals.of(person, provider, sender.subject);
    if (arrival.kind === 'refused') return arrival;
    const proven = { accountId: arrival.accountId, isStrong: false, providerOrganizationId: organizationId };
    return { kind: 'finished', entry: await this.signIns.enter(sender, proven), from: begun.from };
  }
}
