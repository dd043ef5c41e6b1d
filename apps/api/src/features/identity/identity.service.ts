import { type AccountId, AccountRepository, type Clock, Database, GuestRepository, newId } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '@holdout/settings';
import { CLOCK, SETTINGS } from '../../platform/app-options';
import { RateLimits } from '../../platform/access/rate-limits';
import { accountSubject, type Sender, type Subject } from '../../access/context';
import { type OpenedSession, Sessions } from '../../access/sessions';
import type { DeleteMyDataInput, InputIssue, SignInInput, SignUpInput } from '../../generated/resolvers';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { DEMO_DOMAIN } from './demo-domain';
import { Erasure } from './erasure';
import { Guesses } from './guesses';
import { type DeviceCookie, KnownDevices } from './known-devices';
import { hashPassword, passwordFits } from './password';
import { type NewPerson, parseSignUp, plainEmail } from './sign-up-input';

const SIGN_UP_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly session: OpenedSession; readonly device: DeviceCookie }
  | { readonly kind: 'refused' };
export type SignUpOutcome = SignInOutcome | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };
export type DeletionOutcome = { readonly kind: 'deleted' | 'refused' };

type Verified = { readonly accountId: AccountId; readonly passwordHash: string };
type Origin = Pick<Sender, 'address' | 'device'>;

/** Sign-up, sign-in, sign-out and erasure of accounts. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly erasure: Erasure,
    private readonly limits: RateLimits,
    private readonly guesses: Guesses,
    private readonly devices: KnownDevices,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `invited` is the address of an invitation whose link the sender has opened: it is the sender's own. */
  async signUp(sender: Sender, input: SignUpInput, invited: string | null): Promise<SignUpOutcome> {
    const { person, issues } = parseSignUp(input);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await this.limits.take(`sign-up:${this.limits.ofAddress(sender.address)}`, SIGN_UP_PER_ADDRESS);
    const made = await this.makeAccount(person, sender.subject, person.email === invited);
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

  private async open({ sessionId }: Sender, known: Verified | null): Promise<SignInOutcome> {
    if (known === null) return { kind: 'refused' };
    const session = await this.sessions.open(accountSubject(known.accountId), sessionId);
    return { kind: 'signedIn', session, device: this.devices.cookieFor(known) };
  }

  /**
   * Creates the account, or returns null if the address has one already. An account that has not proven its address gives
   * it up to a person who has. A guest becomes the account.
   */
  private async makeAccount(person: NewPerson, subject: Subject | null, isProven: boolean): Promise<Verified | null> {
    const id = newId<AccountId>(this.clock);
    const createdAt = this.clock.now();
    const known = await this.db.repo(AccountRepository).findByEmail(person.email);
    if (known !== null && (!isProven || known.provenAt !== null)) return null;
    const passwordHash = await hashPassword(person.password);
    const account = { ...person, id, createdAt, passwordHash, provenAt: isProven ? createdAt : null };
    try {
      await this.db.transaction(async (tx) => {
        if (isProven) await tx.repo(AccountRepository).giveUpAddress(person.email);
        await tx.repo(AccountRepository).insert(account);
        if (subject?.kind === 'guest') await tx.repo(GuestRepository).becomeAccount(subject.guestId, id);
      });
      return { accountId: id, passwordHash };
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** The account of these credentials, or null. Unknown address and wrong password give the same result in the same time. */
  private async verify({ address, device }: Origin, given: SignInInput): Promise<Verified | null> {
    const accounts = this.db.repo(AccountRepository);
    const account = this.mayHaveAccount(given.email) ? await accounts.findByEmail(given.email) : null;
    const stored = account ? await accounts.findPasswordHash(account.id) : null;
    const known = account && stored !== null ? { accountId: account.id, passwordHash: stored } : null;
    const guess = { email: given.email, address, device: known && this.devices.idIn(device, known) };
    await this.guesses.count(guess);
    if (!(await passwordFits(given.password.slice(0, 1000), stored)) || known === null) return null;
    await this.guesses.forgive(guess);
    return known;
  }

  /** Demo accounts of an earlier local start stay in the data; nobody may sign in to them where others reach the site. */
  private mayHaveAccount(email: string): boolean {
    return this.settings.localMode || !email.endsWith(DEMO_DOMAIN);
  }

  private async isTheirs(sender: Sender, accountId: AccountId, password: string): Promise<boolean> {
    const account = await this.db.repo(AccountRepository).find(accountId);
    return account !== null && (await this.verify(sender, { email: account.email, password }))?.accountId === accountId;
  }
}
