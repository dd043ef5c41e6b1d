import { createHash } from 'node:crypto';
import {
  type AccountId,
  AccountRepository,
  Database,
  type OrganizationId,
  PasskeyRepository,
  SecondFactorRepository,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { accountSubject, type Sender } from '../../access/context';
import { type OpenedSession, Sessions, type SignedInBy } from '../../access/sessions';
import { type Ticket, type TicketCookie, Tickets } from '../../platform/access/tickets';
import type { SecondFactorWay } from '../../generated/resolvers';
import { Credentials } from '../identity/credentials';
import type { DeviceCookie } from '../identity/known-devices';
import { SecondFactors } from './second-factors';

const PURPOSE = 'second step';
const HALF_OPEN_MS = 10 * 60_000;

/** A person who has shown who they are, as far as one step of signing in can. */
export type Proven = { readonly accountId: AccountId } & SignedInBy;

type Open = { readonly kind: 'signedIn'; readonly session: OpenedSession; readonly device: DeviceCookie };
/** No session yet: the account has a second factor. */
type HalfOpen = {
  readonly kind: 'halfOpen';
  readonly ticket: TicketCookie;
  readonly ways: readonly SecondFactorWay[];
};
export type Entry = Open | HalfOpen;
export type CompleteOutcome = Open | { readonly kind: 'codeRefused' } | { readonly kind: 'expired' };

/** `mark` is that of the password then: with another one the second step begins again. */
type HalfOpenState = {
  readonly accountId: AccountId;
  readonly providerOrganizationId: OrganizationId | null;
  readonly mark: string;
};

/** The last part of every way to sign in: the second step, if the account has one, and the session. */
@Injectable()
export class SignIns {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly tickets: Tickets,
  ) {}

  /** Opens a session, or asks for the second factor of the account. */
  async enter(sender: Sender, proven: Proven): Promise<Entry> {
    const { totp, passkey } = await this.db.repo(SecondFactorRepository).listKinds(proven.accountId);
    if (proven.isStrong || !totp) return this.open(sender, proven);
    const { accountId, providerOrganizationId } = proven;
    const state: HalfOpenState = { accountId, providerOrganizationId, mark: await this.markOf(accountId) };
    const ticket = this.tickets.issue(PURPOSE, state, HALF_OPEN_MS);
    return { kind: 'halfOpen', ticket, ways: passkey ? ['CODE', 'PASSKEY'] : ['CODE'] };
  }

  /** Ends this session, or every session of the sender. */
  close(sender: Sender, everywhere: boolean): Promise<void> {
    return this.sessions.close(sender, { everywhere });
  }

  /** The second step by a code. A wrong code leaves the ticket as it is. */
  async complete(sender: Sender, cookie: string | null, code: string): Promise<CompleteOutcome> {
    const ticket = await this.halfOpen(cookie);
    if (ticket === null) return { kind: 'expired' };
    const { accountId, providerOrganizationId } = ticket.value;
    if (!(await this.factors.verify(sender, accountId, code))) return { kind: 'codeRefused' };
    if (!(await this.tickets.use(ticket))) return { kind: 'expired' };
    return this.open(sender, { accountId, isStrong: true, providerOrganizationId });
  }

  /** The account of a half-open sign-in; null if there is none. */
  async accountIn(cookie: string | null): Promise<HalfOpenState | null> {
    return (await this.halfOpen(cookie))?.value ?? null;
  }

  /** The credential ids of the passkeys that may be the second step. */
  async passkeysIn(
    cookie: string | null,
  ): Promise<readonly { readonly id: string; readonly transports: readonly string[] }[]> {
    const state = await this.accountIn(cookie);
    const passkeys = state ? await this.db.repo(PasskeyRepository).listOf(state.accountId) : [];
    return passkeys.map(({ credentialId: id, transports }) => ({ id, transports }));
  }

  private async halfOpen(cookie: string | null): Promise<Ticket<HalfOpenState> | null> {
    const ticket = await this.tickets.read<HalfOpenState>(PURPOSE, cookie);
    return ticket?.value.mark === (ticket && (await this.markOf(ticket.value.accountId))) ? ticket : null;
  }

  private async open(sender: Sender, { accountId, ...by }: Proven): Promise<Open> {
    const session = await this.sessions.open(accountSubject(accountId), sender.sessionId, by);
    return { kind: 'signedIn', session, device: await this.credentials.deviceFor(accountId) };
  }

  private async markOf(accountId: AccountId): Promise<string> {
    const hash = (await this.db.repo(AccountRepository).findPasswordHash(accountId)) ?? '';
    return createHash('sha256').update(hash).digest('base64url').slice(0, 22);
  }
}
