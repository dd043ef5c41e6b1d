import { AccountRepository, type Clock, Database } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Sender, Subject } from '../../access/context';
import type { InputIssue, SignUpInput } from '../../generated/resolvers';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import type { Verified } from './credentials';
import { SignUps } from './links/sign-ups';
import { makeAccount } from './new-accounts';
import { hashPassword } from './password';
import { LOOKS_LIKE_ANOTHER, type NewPerson, parseSignUp } from './sign-up-input';

const SIGN_UP_PER_ADDRESS = { limit: 30, windowSeconds: 3600 } as const;

type Registration =
  | { readonly kind: 'mailSent'; readonly email: string }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] }
  /** `made` is null if the address has an account already. */
  | { readonly kind: 'registered'; readonly person: NewPerson; readonly made: Verified | null };

/** The first step of a sign-up: an account is made at once, or a link is sent with which it will be made. */
@Injectable()
export class Registrations {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly signUps: SignUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `invited` is the address of an invitation whose link the sender has opened: it is the sender's own. */
  async register(sender: Sender, input: SignUpInput, invited: string | null): Promise<Registration> {
    const { person, issues } = await parseSignUp(input);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await this.limits.take(`sign-up:${this.limits.ofAddress(sender.address)}`, SIGN_UP_PER_ADDRESS);
    // A name in ASCII is what others are taken for, and is not searched for.
    const isForeign = /[^ -~]/.test(person.displayName);
    if (isForeign && (await this.db.repo(AccountRepository).isLookAlike(person.displayName)))
      return { kind: 'invalid', issues: [LOOKS_LIKE_ANOTHER] };
    const isProven = person.email === invited;
    if (!isProven && this.signUps.areMailed) {
      await this.signUps.request(person, sender);
      return { kind: 'mailSent', email: person.email };
    }
    return { kind: 'registered', person, made: await this.makeAccount(person, sender.subject, isProven) };
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
