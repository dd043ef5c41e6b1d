import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import type { AccountId, AccountLinkId, GuestId } from '../ids';
import { AccountLinkEntity } from './account-link.entity';

type Link<Purpose, More> = More & {
  readonly id: AccountLinkId;
  readonly purpose: Purpose;
  readonly email: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

type SignUpLink = Link<
  'signUp',
  { readonly displayName: string; readonly passwordHash: string; readonly guestId: GuestId | null }
>;
type ProveAddressLink = Link<'proveAddress', { readonly accountId: AccountId }>;
type ResetPasswordLink = Link<'resetPassword', object>;

/** A link that was sent to a mailbox. Whoever opens it can read that mailbox. */
export type AccountLink = SignUpLink | ProveAddressLink | ResetPasswordLink;
export type AccountLinkFor<Purpose extends AccountLink['purpose']> = Extract<AccountLink, { purpose: Purpose }>;

type Unsent<Any> = Any extends AccountLink ? Omit<Any, 'usedAt'> : never;
export type NewAccountLink = Unsent<AccountLink> & { readonly tokenHash: Buffer; readonly createdAt: Date };

/** Links that are sent to the mailbox of an account, or of one to be. */
export class AccountLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(link: NewAccountLink): Promise<void> {
    await this.manager.insert(AccountLinkEntity, link);
  }

  async find(id: AccountLinkId): Promise<AccountLink | null> {
    return (await this.manager.findOneBy(AccountLinkEntity, { id })) as AccountLink | null;
  }

  async findByToken<Purpose extends AccountLink['purpose']>(
    purpose: Purpose,
    tokenHash: Buffer,
  ): Promise<AccountLinkFor<Purpose> | null> {
    const found = await this.manager.findOneBy(AccountLinkEntity, { purpose, tokenHash });
    return found as AccountLinkFor<Purpose> | null;
  }

  /** Marks the link as used; false when it was used or expired before, also in a concurrent request. */
  async use(id: AccountLinkId, now: Date): Promise<boolean> {
    const where = { id, usedAt: IsNull(), expiresAt: MoreThan(now) };
    return (await this.manager.update(AccountLinkEntity, where, { usedAt: now })).affected === 1;
  }

  /** Marks all links of a purpose to a mailbox as used. */
  async useAll(purpose: AccountLink['purpose'], email: string, now: Date): Promise<void> {
    await this.manager.update(AccountLinkEntity, { purpose, email, usedAt: IsNull() }, { usedAt: now });
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.manager.delete(AccountLinkEntity, { expiresAt: LessThan(now) });
  }
}
