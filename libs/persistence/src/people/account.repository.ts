import { type EntityManager, type FindOptionsWhere, In, IsNull } from 'typeorm';
import { z } from 'zod';
import type { AccountId } from '../ids';
import { findRow, row } from '../rows';
import { AccountEntity, AccountPasswordEntity, AccountProfileEntity } from './account.entity';
import { lookOf, looksLike } from './look-alikes';

/** An account with the personal data that `erase` deletes. */
export type Account = {
  readonly id: AccountId;
  readonly email: string;
  readonly displayName: string;
  readonly createdAt: Date;
  /** When the address was proven to be the owner's; null until then. */
  readonly provenAt: Date | null;
};

/** Without a password hash the person signs in through an organization's provider. */
export type NewAccount = Account & { readonly passwordHash: string | null };

/** Accounts that are not erased. */
export class AccountRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, email, displayName, createdAt, provenAt, passwordHash }: NewAccount): Promise<void> {
    await this.manager.insert(AccountEntity, { id, createdAt });
    await this.manager.insert(AccountProfileEntity, { accountId: id, email, displayName, provenAt });
    if (passwordHash !== null)
      await this.manager.insert(AccountPasswordEntity, { accountId: id, hash: passwordHash, changedAt: createdAt });
  }

  async find(id: AccountId): Promise<Account | null> {
    const [account] = await this.list({ accountId: id });
    return account ?? null;
  }

  async findByEmail(email: string): Promise<Account | null> {
    const [account] = await this.list({ email });
    return account ?? null;
  }

  listByIds(ids: readonly AccountId[]): Promise<readonly Account[]> {
    return this.list({ accountId: In(ids) });
  }

  /** Whether a name would be taken for the name of another account. */
  async isLookAlike(displayName: string): Promise<boolean> {
    const statement = `select 1 as one from account_profile where ${looksLike('display_name')} limit 1`;
    return (await findRow(this.manager, row({ one: z.number() }), statement, lookOf(displayName))) !== null;
  }

  async prove(id: AccountId, now: Date): Promise<void> {
    await this.manager.update(AccountProfileEntity, { accountId: id, provenAt: IsNull() }, { provenAt: now });
  }

  /**
   * Takes the address from an account that has not proven it, for its owner. The account keeps its work and its sessions,
   * but nobody can sign in to it again.
   */
  async giveUpAddress(email: string): Promise<void> {
    await this.manager.query(
      `update account_profile set email = account_id || '@address-given-up.invalid' where email = $1 and proven_at is null`,
      [email],
    );
  }

  /** Gives the account an address that has been proven to be its owner's. Throws a unique violation if another has it. */
  async setProvenEmail(id: AccountId, email: string, now: Date): Promise<void> {
    await this.manager.update(AccountProfileEntity, { accountId: id }, { email, provenAt: now });
  }

  async setDisplayName(id: AccountId, displayName: string): Promise<void> {
    await this.manager.update(AccountProfileEntity, { accountId: id }, { displayName });
  }

  async findPasswordHash(id: AccountId): Promise<string | null> {
    const row = await this.manager.findOneBy(AccountPasswordEntity, { accountId: id });
    return row?.hash ?? null;
  }

  async setPasswordHash(id: AccountId, hash: string, now: Date): Promise<void> {
    await this.manager.upsert(AccountPasswordEntity, { accountId: id, hash, changedAt: now }, ['accountId']);
  }

  /** Deletes the person's data; the id stays, so that what they did can still be counted. */
  async eraseProfile(id: AccountId): Promise<void> {
    await this.manager.delete(AccountPasswordEntity, { accountId: id });
    await this.manager.delete(AccountProfileEntity, { accountId: id });
  }

  /** `findOne` would run two statements: with a relation it first selects the ids that its limit leaves. */
  private async list(where: FindOptionsWhere<AccountProfileEntity>): Promise<Account[]> {
    const profiles = await this.manager.find(AccountProfileEntity, { where, relations: { account: true } });
    return profiles.flatMap(({ accountId, email, displayName, provenAt, account }) =>
      account ? [{ id: accountId, email, displayName, createdAt: account.createdAt, provenAt }] : [],
    );
  }
}
