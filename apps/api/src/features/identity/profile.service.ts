import {
  type AccountLinkFor,
  AccountLinkRepository,
  AccountRepository,
  type Clock,
  Database,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountSubject, Sender } from '../../access/context';
import type { ChangeEmailInput, InputIssue } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { Mails } from '../mail/mails';
import { Credentials } from './credentials';
import { AccountLinks, type Unusable, unusable } from './links/account-links';
import { checkEmail, parseName, plainEmail } from './sign-up-input';

type Invalid = { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };
type Sent = { readonly kind: 'sent'; readonly email: string };
export type EmailOutcome = Invalid | Sent | { readonly kind: 'refused' | 'unavailable' };
export type ConfirmOutcome = Unusable | { readonly kind: 'confirmed' };
export type NameOutcome = Invalid | { readonly kind: 'changed' };

/** Changes the name and the address of an account. An address counts only after its mailbox has been proven. */
@Injectable()
export class Profiles {
  constructor(
    private readonly db: Database,
    private readonly links: AccountLinks,
    private readonly credentials: Credentials,
    private readonly mails: Mails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async changeName({ accountId }: AccountSubject, given: string): Promise<NameOutcome> {
    const accounts = this.db.repo(AccountRepository);
    const present = (await accounts.find(accountId))?.displayName;
    const { displayName, issues } = await parseName(given, accounts, present);
    if (issues.length > 0) return { kind: 'invalid', issues };
    await accounts.setDisplayName(accountId, displayName);
    return { kind: 'changed' };
  }

  async changeEmail(sender: Sender, { accountId }: AccountSubject, given: ChangeEmailInput): Promise<EmailOutcome> {
    if (!this.links.areSent) return { kind: 'unavailable' };
    const email = plainEmail(given.email);
    const issues = checkEmail(email);
    if (issues.length > 0) return { kind: 'invalid', issues };
    if (!(await this.credentials.isTheirs(sender, accountId, given.password))) return { kind: 'refused' };
    await this.links.send({ purpose: 'proveAddress', email, accountId }, sender);
    return { kind: 'sent', email };
  }

  async proveEmail(sender: Sender, { accountId }: AccountSubject): Promise<Sent | { readonly kind: 'unavailable' }> {
    const account = await this.db.repo(AccountRepository).find(accountId);
    if (account === null || !this.links.areSent) return { kind: 'unavailable' };
    await this.links.send({ purpose: 'proveAddress', email: account.email, accountId }, sender);
    return { kind: 'sent', email: account.email };
  }

  async confirmEmail(sender: Sender, { accountId }: AccountSubject, token: string): Promise<ConfirmOutcome> {
    const opened = await this.links.open('proveAddress', token, sender.address);
    if (opened.kind === 'unusable') return opened;
    if (opened.link.accountId !== accountId) return unusable('OTHER_ACCOUNT');
    try {
      return await this.db.transaction((tx) => this.take(tx, opened.link));
    } catch (error) {
      if (isUniqueViolation(error)) return unusable('ADDRESS_TAKEN');
      throw error;
    }
  }

  /** The address is taken from an account that has not proven it, and the former one is told. */
  private async take(tx: Database, { id, email, accountId }: AccountLinkFor<'proveAddress'>): Promise<ConfirmOutcome> {
    const now = this.clock.now();
    const accounts = tx.repo(AccountRepository);
    if (!(await tx.repo(AccountLinkRepository).use(id, now))) return unusable('USED');
    const account = await accounts.find(accountId);
    if (account === null) return unusable('UNKNOWN');
    if (account.email !== email) await accounts.giveUpAddress(email);
    await accounts.setProvenEmail(accountId, email, now);
    if (account.email !== email && account.provenAt !== null) {
      const mail = { kind: 'addressChanged', subjectId: id, to: account.email, organizationId: null } as const;
      await this.mails.queue(tx, mail);
    }
    return { kind: 'confirmed' };
  }
}
