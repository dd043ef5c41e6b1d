import {
  type AccountLink,
  type AccountLinkFor,
  type AccountLinkId,
  AccountLinkRepository,
  type Clock,
  Database,
  type NewAccountLink,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { MailedLinkUnusableReason } from '../../../generated/resolvers';
import { hashOfToken } from '../../../platform/access/link-token';
import { RateLimits } from '../../../platform/access/rate-limits';
import { CLOCK } from '../../../platform/app-options';
import type { MailKind } from '../../mail/mail-kinds';
import { Mails } from '../../mail/mails';
import { AccountLinkUrls } from './account-link-urls';

type Purpose = AccountLink['purpose'];

const HOUR_MS = 3_600_000;

const RULES = {
  signUp: { livesMs: 24 * HOUR_MS, mail: 'verifyAddress' },
  proveAddress: { livesMs: 24 * HOUR_MS, mail: 'verifyAddress' },
  resetPassword: { livesMs: HOUR_MS, mail: 'passwordReset' },
} as const satisfies Record<Purpose, { livesMs: number; mail: MailKind }>;

/** Mails caused from one address block, and to one mailbox. */
const SENT_PER_BLOCK = { limit: 30, windowSeconds: 3600 } as const;
const SENT_PER_MAILBOX = { limit: 5, windowSeconds: 3600 } as const;
const OPENED_PER_BLOCK = { limit: 60, windowSeconds: 3600 } as const;

type Content<Any> = Any extends NewAccountLink ? Omit<Any, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt'> : never;

export type Unusable = { readonly kind: 'unusable'; readonly reason: MailedLinkUnusableReason };
type Opened<Of extends Purpose> = { readonly kind: 'opened'; readonly link: AccountLinkFor<Of> };

export const unusable = (reason: MailedLinkUnusableReason): Unusable => ({ kind: 'unusable', reason });

/** Links to a mailbox. Their tokens are derived when the mail is composed; the table has the hashes. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly urls: AccountLinkUrls,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether this installation sends mail; without it, no link can be sent. */
  get areSent(): boolean {
    return this.mails.isOn;
  }

  /**
   * Queues the mail with a new link. Nothing here depends on whether the address has an account, so neither the response nor
   * its time tells; the text of the mail depends on it.
   */
  async send(content: Content<NewAccountLink>, sender: { readonly address: string }): Promise<void> {
    await this.limits.take(`link:${this.limits.ofAddress(sender.address)}`, SENT_PER_BLOCK);
    await this.limits.take(`link-${content.purpose}:${this.limits.hidden(content.email)}`, SENT_PER_MAILBOX);
    const id = newId<AccountLinkId>(this.clock);
    const createdAt = this.clock.now();
    const { livesMs, mail: kind } = RULES[content.purpose];
    const expiresAt = new Date(createdAt.getTime() + livesMs);
    const tokenHash = hashOfToken(this.urls.tokenOf(id));
    await this.db.transaction(async (tx) => {
      await tx.repo(AccountLinkRepository).insert({ ...content, id, tokenHash, createdAt, expiresAt });
      await this.mails.queue(tx, { kind, subjectId: id, to: content.email, organizationId: null });
    });
  }

  /** The link with this token, if it can be used. Looking at it does not use it up. */
  async open<Of extends Purpose>(purpose: Of, token: string, address: string): Promise<Opened<Of> | Unusable> {
    await this.limits.take(`link-opened:${this.limits.ofAddress(address)}`, OPENED_PER_BLOCK);
    const link = await this.db.repo(AccountLinkRepository).findByToken(purpose, hashOfToken(token));
    if (link === null) return unusable('UNKNOWN');
    if (link.usedAt !== null) return unusable('USED');
    return link.expiresAt <= this.clock.now() ? unusable('EXPIRED') : { kind: 'opened', link };
  }
}
