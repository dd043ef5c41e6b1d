import {
  type AccountId,
  AccountLinkRepository,
  AccountRepository,
  type Clock,
  Database,
  PersonRepository,
  SessionRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountSubject, Sender } from '../../access/context';
import type { ChangePasswordInput, InputIssue, ResetPasswordInput } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { Mails } from '../mail/mails';
import { Credentials } from './credentials';
import type { DeviceCookie } from './known-devices';
import { AccountLinks, type Unusable, unusable } from './links/account-links';
import { hashPassword } from './password';
import { checkEmail, checkPassword, plainEmail } from './sign-up-input';

type Invalid = { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };
export type RequestOutcome =
  Invalid | { readonly kind: 'unavailable' } | { readonly kind: 'sent'; readonly email: string };
export type ResetOutcome = Invalid | Unusable | { readonly kind: 'reset' };
export type ChangeOutcome =
  Invalid | { readonly kind: 'refused' } | { readonly kind: 'changed'; readonly device: DeviceCookie };

/** Changes passwords: by the present one, or by a link to the mailbox. */
@Injectable()
export class Passwords {
  constructor(
    private readonly db: Database,
    private readonly links: AccountLinks,
    private readonly credentials: Credentials,
    private readonly mails: Mails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async requestReset(sender: Sender, given: string): Promise<RequestOutcome> {
    if (!this.links.areSent) return { kind: 'unavailable' };
    const email = plainEmail(given);
    const issues = checkEmail(email);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await this.links.send({ purpose: 'resetPassword', email }, sender);
    return { kind: 'sent', email };
  }

  /** The link proves the mailbox, and so the address of the account. Nobody is signed in: a second factor may be due. */
  async reset(sender: Sender, { token, password }: ResetPasswordInput): Promise<ResetOutcome> {
    const opened = await this.links.open('resetPassword', token, sender.address);
    if (opened.kind === 'unusable') return opened;
    const { id, email } = opened.link;
    const account = await this.db.repo(AccountRepository).findByEmail(email);
    if (account === null) return unusable('UNKNOWN');
    const issues = await checkPassword(password, { email, name: account.displayName });
    if (issues.length > 0) return { kind: 'invalid', issues };
    const hash = await hashPassword(password);
    return this.db.transaction(async (tx): Promise<ResetOutcome> => {
      const now = this.clock.now();
      if (!(await tx.repo(AccountLinkRepository).use(id, now))) return unusable('USED');
      if (!(await tx.repo(PersonRepository).hold({ accountId: account.id, guestId: null }))) return unusable('UNKNOWN');
      await tx.repo(AccountLinkRepository).useAll('resetPassword', email, now);
      await tx.repo(AccountRepository).prove(account.id, now);
      await this.set(tx, account.id, email, hash);
      await tx.repo(SessionRepository).endAllOfAccount(account.id, now);
      return { kind: 'reset' };
    });
  }

  async change(sender: Sender, { accountId }: AccountSubject, given: ChangePasswordInput): Promise<ChangeOutcome> {
    const account = await this.db.repo(AccountRepository).find(accountId);
    if (account === null) return { kind: 'refused' };
    const { email, displayName: name } = account;
    const issues = await checkPassword(given.password, { email, name });
    if (issues.length > 0) return { kind: 'invalid', issues };
    if (!(await this.credentials.isTheirs(sender, accountId, given.currentPassword))) return { kind: 'refused' };
    const passwordHash = await hashPassword(given.password);
    await this.db.transaction(async (tx) => {
      await this.set(tx, accountId, email, passwordHash);
      await tx.repo(SessionRepository).endOthersOfAccount(accountId, sender.sessionId, this.clock.now());
    });
    return { kind: 'changed', device: await this.credentials.deviceFor(accountId) };
  }

  private async set(tx: Database, accountId: AccountId, email: string, hash: string): Promise<void> {
    await tx.repo(AccountRepository).setPasswordHash(accountId, hash, this.clock.now());
    if (!this.links.areSent) return;
    const mail = { kind: 'passwordChanged', subjectId: accountId, to: email, organizationId: null } as const;
    await this.mails.queue(tx, mail);
  }
}
