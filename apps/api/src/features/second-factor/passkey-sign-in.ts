import { type AccountId, type Clock, Database, PasskeyRepository } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Sender } from '../../access/context';
import type { PasskeyAnswerInput } from '../../generated/resolvers';
import { RateLimits } from '../../platform/access/rate-limits';
import { type TicketCookie, Tickets } from '../../platform/access/tickets';
import { CLOCK } from '../../platform/app-options';
import { PasskeyCeremonies } from './passkey-ceremonies';
import { type Entry, SignIns } from './sign-ins';

const PURPOSE = 'passkey sign-in';
const CEREMONY_MS = 5 * 60_000;
/** An answer costs a signature check; a classroom is behind one address. */
const PER_ADDRESS = { limit: 120, windowSeconds: 900 } as const;

type State = { readonly challenge: string };

/** Verifies the use of a passkey. */
@Injectable()
export class PasskeyUse {
  constructor(
    private readonly db: Database,
    private readonly ceremonies: PasskeyCeremonies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  newChallenge(): string {
    return this.ceremonies.newChallenge();
  }

  /** Whose passkey has answered the challenge; null if none that is known, or one that was copied. */
  async accountOf(challenge: string, input: PasskeyAnswerInput): Promise<AccountId | null> {
    const passkeys = this.db.repo(PasskeyRepository);
    const passkey = await passkeys.findByCredential(input.id);
    const counter = passkey && (await this.ceremonies.verifyUse(challenge, passkey, input));
    if (passkey === null || counter === null) return null;
    return (await passkeys.use(passkey.id, counter, this.clock.now())) ? passkey.accountId : null;
  }
}

/** Signing in with a passkey. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly use: PasskeyUse,
    private readonly signIns: SignIns,
    private readonly tickets: Tickets,
    private readonly limits: RateLimits,
  ) {}

  /** A challenge for any passkey of this site: the request names no person, so it reveals none. */
  async start({ address }: Sender): Promise<{ readonly challenge: string; readonly ticket: TicketCookie }> {
    await this.limits.take(`passkey:${this.limits.ofAddress(address)}`, PER_ADDRESS);
    const challenge = this.use.newChallenge();
    const state: State = { challenge };
    return { challenge, ticket: this.tickets.issue(PURPOSE, state, CEREMONY_MS) };
  }

  /** Null if the answer is not that of a known passkey to the challenge in the cookie. */
  async finish(
    sender: Sender,
    cookies: { readonly challenge: string | null; readonly halfOpen: string | null },
    input: PasskeyAnswerInput,
  ): Promise<Entry | null> {
    const ticket = await this.tickets.read<State>(PURPOSE, cookies.challenge);
    if (ticket === null || !(await this.tickets.use(ticket))) return null;
    const accountId = await this.use.accountOf(ticket.value.challenge, input);
    if (accountId === null) return null;
    const first = await this.signIns.accountIn(cookies.halfOpen);
    const providerOrganizationId = first?.accountId === accountId ? first.providerOrganizationId : null;
    return this.signIns.enter(sender, { accountId, isStrong: true, providerOrganizationId });
  }
}
