import {
  type AccountLinkFor,
  AccountLinkRepository,
  AccountRepository,
  type Clock,
  Database,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Sender, Subject } from '../../../access/context';
import type { Pace } from '../../../platform/access/rate-limits';
import { RateLimits } from '../../../platform/access/rate-limits';
import { CLOCK } from '../../../platform/app-options';
import { isUniqueViolation } from '../../../platform/database/unique-violation';
import type { Verified } from '../credentials';
import { makeAccount } from '../new-accounts';
import { hashPassword, passwordFits } from '../password';
import type { NewPerson } from '../sign-up-input';
import { AccountLinks, type Unusable, unusable } from './account-links';

const GUESSES: Pace = { free: 10, windowSeconds: 900, everySeconds: 60 };

export type Confirmed = Unusable | { readonly kind: 'refused' } | { readonly kind: 'made'; readonly account: Verified };

const guestIn = (subject: Subject | null) => (subject?.kind === 'guest' ? [subject.guestId] : []);

/** Sign-up where mail is sent: the account is made when the link in the mail is used, so its address is proven. */
@Injectable()
export class SignUps {
  constructor(
    private readonly db: Database,
    private readonly links: AccountLinks,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether this installation sends mail; without it, accounts are made at once. */
  get areMailed(): boolean {
    return this.links.areSent;
  }

  async request({ email, displayName, password }: NewPerson, sender: Sender): Promise<void> {
    const [guestId = null] = guestIn(sender.subject);
    const passwordHash = await hashPassword(password);
    await this.links.send({ purpose: 'signUp', email, displayName, passwordHash, guestId }, sender);
  }

  /**
   * Asks for the password of the sign-up: otherwise a person who follows the link of a mail that they did not ask for
   * would make an account to which the stranger who did has the password.
   */
  async confirm(sender: Sender, token: string, password: string): Promise<Confirmed> {
    const opened = await this.links.open('signUp', token, sender.address);
    if (opened.kind === 'unusable') return opened;
    const { link } = opened;
    await this.limits.slowDown(`sign-up-link:${link.id}`, GUESSES);
    if (!(await passwordFits(password, link.passwordHash))) return { kind: 'refused' };
    return this.make(link, sender.subject);
  }

  private async make(link: AccountLinkFor<'signUp'>, subject: Subject | null): Promise<Confirmed> {
    const { email, displayName, passwordHash } = link;
    const guestIds = [...(link.guestId === null ? [] : [link.guestId]), ...guestIn(subject)];
    try {
      return await this.db.transaction(async (tx): Promise<Confirmed> => {
        const now = this.clock.now();
        if (!(await tx.repo(AccountLinkRepository).use(link.id, now))) return unusable('USED');
        const owner = await tx.repo(AccountRepository).findByEmail(email);
        if (owner !== null && owner.provenAt !== null) return unusable('ADDRESS_TAKEN');
        await tx.repo(AccountLinkRepository).useAll('signUp', email, now);
        const person = { email, displayName, passwordHash, isProven: true, guestIds };
        const accountId = await makeAccount(tx, person, this.clock);
        return { kind: 'made', account: { accountId, passwordHash } };
      });
    } catch (error) {
      if (isUniqueViolation(error)) return unusable('ADDRESS_TAKEN');
      throw error;
    }
  }
}
