import {
  type AccountId,
  type AccountLink,
  type AccountLinkFor,
  type AccountLinkId,
  AccountLinkRepository,
  AccountRepository,
  type Clock,
  Database,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { accountMails } from '../../../messages/account-mails';
import { CLOCK, SETTINGS } from '../../../platform/app-options';
import type { MailContent } from '../../mail/mail-content';
import { Mails } from '../../mail/mails';
import { emailHint } from '../../organization/invitation-rules';
import { AccountLinkUrls } from './account-link-urls';

/** Composes the mails about an account. What the owner of an address may learn is decided here and not at the request. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly db: Database,
    private readonly urls: AccountLinkUrls,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    mails: Mails,
  ) {
    mails.register('verifyAddress', ({ subjectId }) => this.verify(subjectId as AccountLinkId));
    mails.register('passwordReset', ({ subjectId }) => this.reset(subjectId as AccountLinkId));
    mails.register('passwordChanged', ({ subjectId }) => this.passwordChanged(subjectId as AccountId));
    mails.register('addressChanged', ({ subjectId }) => this.addressChanged(subjectId as AccountLinkId));
  }

  private async verify(id: AccountLinkId): Promise<MailContent | null> {
    const link = await this.usable(id);
    if (link === null || link.purpose === 'resetPassword') return null;
    const owner = await this.db.repo(AccountRepository).findByEmail(link.email);
    const isTaken = owner !== null && owner.provenAt !== null;
    if (link.purpose === 'signUp') return isTaken ? this.known() : this.signUp(link);
    return this.proveAddress(link, isTaken && owner.id !== link.accountId);
  }

  private async proveAddress(link: AccountLinkFor<'proveAddress'>, isTaken: boolean): Promise<MailContent | null> {
    if (isTaken) return accountMails.addressTaken({ site: this.settings.publicUrl });
    const account = await this.db.repo(AccountRepository).find(link.accountId);
    return account && accountMails.proveAddress({ name: account.displayName, url: this.urls.urlOf(link) });
  }

  private signUp(link: AccountLinkFor<'signUp'>): MailContent {
    return accountMails.signUp({ name: link.displayName, url: this.urls.urlOf(link) });
  }

  private known(): MailContent {
    const { publicUrl } = this.settings;
    return accountMails.known({ signIn: `${publicUrl}/sign-in`, reset: `${publicUrl}/reset` });
  }

  /** No mail goes to an address without an account. */
  private async reset(id: AccountLinkId): Promise<MailContent | null> {
    const link = await this.usable(id);
    const account = link && (await this.db.repo(AccountRepository).findByEmail(link.email));
    return account && accountMails.reset({ name: account.displayName, url: this.urls.urlOf(link) });
  }

  private async passwordChanged(id: AccountId): Promise<MailContent | null> {
    const account = await this.db.repo(AccountRepository).find(id);
    return account && accountMails.passwordChanged({ reset: `${this.settings.publicUrl}/reset` });
  }

  private async addressChanged(id: AccountLinkId): Promise<MailContent | null> {
    const link = await this.db.repo(AccountLinkRepository).find(id);
    return link && accountMails.addressChanged({ to: emailHint(link.email) });
  }

  private async usable(id: AccountLinkId): Promise<AccountLink | null> {
    const link = await this.db.repo(AccountLinkRepository).find(id);
    return link !== null && link.usedAt === null && link.expiresAt > this.clock.now() ? link : null;
  }
}
