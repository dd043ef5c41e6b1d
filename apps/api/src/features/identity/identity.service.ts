import { AccountRepository, type Clock, Database } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { RateLimits } from '../../platform/access/rate-limits';
import type { Sender, Subject } from '../../access/context';
import type { ConfirmSignUpInput, InputIssue, SignInInput, SignUpInput } from '../../generated/resolvers';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { Credentials, type Verified } from './credentials';
import { type Entry, SignIns } from '../second-factor/sign-ins';
import { AccountLinks, type Unusable } from './links/account-links';
import { SignUps } from './links/sign-ups';
import { makeAccount } from './new-accounts';
import { hashPassword } from './password';
import { LOOKS_LIKE_ANOTHER, type NewPerson, parseSignUp, plainEmail } from './sign-up-input';

const SIGN_UP_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

export type SignInOutcome = Entry | { readonly kind: 'refused' };
export type SignUpOutcome =
  | SignInOutcome
  | { readonly kind: 'mailSent'; readonly email: string }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };

/** Sign-up, sign-in and sign-out of accounts. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly limits: RateLimits,
    private readonly links: AccountLinks,
    private readonly signUps: SignUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `invited` is the address of an invitation whose link the sender has opened: it is the sender's own. */
  async signUp(sender: Sender, input: SignUpInput, invited: string | null): Promise<SignUpOutcome> {
    const { person, issues } = await parseSignUp(input);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await this.limits.take(`sign-up:${this.limits.ofAddress(sender.address)}`, SIGN_UP_PER_ADDRESS);
    // A name in ASCII is what others are taken for, and is not searched for.
    const isForeign = /[^ -~]/.test(person.displayName);
    if (isForeign && (await this.db.repo(AccountRepository).isLookAlike(person.displayName)))
      return { kind: 'invalid', issues: [LOOKS_LIKE_ANOTHER] };
    const isProven = person.email === invited;
    if (!isProven && this.links.areSent) {
      await this.signUps.request(person, sender);
      return { kind: 'mailSent', email: person.email };
    }
    const made = await this.makeAccount(person, sender.subject, isProven);
    return this.open(sender, made ?? (await this.credentials.verify(sender, person)));
  }

  async signIn(sender: Sender, { email, password }: SignInInput): Promise<SignInOutcome> {
    return this.open(sender, await this.credentials.verify(sender, { email: plainEmail(email), password }));
  }

  /** Finishes a sign-up with its link. */
  async confirmSignUp(sender: Sender, { token, password }: ConfirmSignUpInput): Promise<SignInOutcome | Unusable> {
    const confirmed = await this.signUps.confirm(sender, token, password);
    return confirmed.kind === 'made' ? this.open(sender, confirmed.account) : confirmed;
  }

  signOut(sender: Sender, everywhere: boolean): Promise<void> {
    return this.signIns.close(sender, everywhere);
  }

  private async open(sender: Sender, known: Verified | null): Promise<SignInOutcome> {
    if (known === null) return { kind: 'refused' };
    const { accountId } = known;
    return this.signIns.enter(sender, { accountId, isStrong: false, providerOrganizationId: null });
  }

  /** Creates the account, or returns null if the address has one already. A guest becomes the account. */
  private async makeAccount(person: NewPerson, subject: Subject | null, isProven: boolean): Promise<Verified | null> {
    const known = await this.db.repo(AccountRepository).findByEmail(person.email);
    if (known !== null && (!isProven || known.provenAt !== null)) return null;
    const { email, displayName } = person;
    const passwordHash = await hashPassword(person.password);
    const guestIds = subject?.kind === 'guest' ? [subject.guestId] : [];
    const account = { email, displayName, passwordHash, isProven, guestIds };
    try {
      const accountId = await this.db.transaction((tx) => makeAccount(tx, account, this.clock));
      return { accountId, passwordHash };
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }
}
