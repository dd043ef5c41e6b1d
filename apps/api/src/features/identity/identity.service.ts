import { type AccountId, AccountRepository, type Clock, Database, GuestRepository, newId } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';

import { RateLimits } from '../../platform/access/rate-limits';
import { accountSubject, type Sender, type Subject } from '../../access/context';
import { type OpenedSession, Sessions } from '../../access/sessions';
import type { DeleteMyDataInput, InputIssue, SignInInput, SignUpInput } from '../../generated/resolvers';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { Erasure } from './erasure';
import { hashPassword, passwordFits } from './password';
import { type NewPerson, parseSignUp, plainEmail } from './sign-up-input';

const QUARTER_HOUR = 900;
/** Per client address, so that guesses from another address do not lock the owner out. */
const SIGN_IN_PER_EMAIL = { limit: 10, windowSeconds: QUARTER_HOUR } as const;
const SIGN_IN_PER_EMAIL_ANYWHERE = { limit: 100, windowSeconds: QUARTER_HOUR } as const;
const SIGN_IN_PER_ADDRESS = { limit: 60, windowSeconds: QUARTER_HOUR } as const;
const SIGN_UP_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

export type SignInOutcome =
  { readonly kind: 'signedIn'; readonly session: OpenedSession } | { readonly kind: 'refused' };
export type SignUpOutcome = SignInOutcome | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };
export type DeletionOutcome = { readonly kind: 'deleted' | 'refused' };

/** Sign-up, sign-in, sign-out and erasure of accounts. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly erasure: Erasure,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signUp(sender: Sender, input: SignUpInput): Promise<SignUpOutcome> {
    const { person, issues } = parseSignUp(input);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await this.limits.take(`sign-up:${this.limits.hidden(sender.address)}`, SIGN_UP_PER_ADDRESS);
    const made = await this.makeAccount(person, sender.subject);
    return this.open(sender, made ?? (await this.verify(sender, person)));
  }

  async signIn(sender: Sender, { email, password }: SignInInput): Promise<SignInOutcome> {
    return this.open(sender, await this.verify(sender, { email: plainEmail(email), password }));
  }

  signOut(sender: Sender, everywhere: boolean): Promise<void> {
    return this.sessions.close(sender, { everywhere });
  }

  async deleteMyData(sender: Sender, subject: Subject, { password }: DeleteMyDataInput): Promise<DeletionOutcome> {
    if (subject.kind === 'account' && !(await this.isTheirs(sender, subject.accountId, password))) {
      return { kind: 'refused' };
    }
    await this.erasure.erase(subject);
    return { kind: 'deleted' };
  }

  private async open({ sessionId }: Sender, accountId: AccountId | null): Promise<SignInOutcome> {
    if (accountId === null) return { kind: 'refused' };
    return { kind: 'signedIn', session: await this.sessions.open(accountSubject(accountId), sessionId) };
  }

  /** Creates the account and returns its id, or null if the address has one already. A guest becomes the account. */
  private async makeAccount(person: NewPerson, subject: Subject | null): Promise<AccountId | null> {
    const id = newId<AccountId>(this.clock);
    const createdAt = this.clock.now();
    const known = await this.db.repo(AccountRepository).findByEmail(person.email);
    if (known) return null;
    const passwordHash = await hashPassword(person.password);
    try {
      await this.db.transaction(async (tx) => {
        await tx.repo(AccountRepository).insert({ ...person, id, createdAt, passwordHash });
        if (subject?.kind === 'guest') await tx.repo(GuestRepository).becomeAccount(subject.guestId, id);
      });
      return id;
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** The account of these credentials, or null. Unknown address and wrong password give the same result in the same time. */
  private async verify(
    { address }: Pick<Sender, 'address'>,
    given: { readonly email: string; readonly password: string },
  ): Promise<AccountId | null> {
    await this.limits.take(`sign-in:${this.limits.hidden(address)}`, SIGN_IN_PER_ADDRESS);
    await this.limits.take(`sign-in:${this.limits.hidden(`${given.email} ${address}`)}`, SIGN_IN_PER_EMAIL);
    await this.limits.take(`sign-in:${this.limits.hidden(given.email)}`, SIGN_IN_PER_EMAIL_ANYWHERE);
    const accounts = this.db.repo(AccountRepository);
    const account = await accounts.findByEmail(given.email);
    const stored = account ? await accounts.findPasswordHash(account.id) : null;
    return (await passwordFits(given.password.slice(0, 1000), stored)) ? (account?.id ?? null) : null;
  }

  private async isTheirs(sender: Sender, accountId: AccountId, password: string): Promise<boolean> {
    const account = await this.db.repo(AccountRepository).find(accountId);
    return account !== null && (await this.verify(sender, { email: account.email, password })) === accountId;
  }
}
