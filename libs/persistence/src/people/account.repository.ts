import type { EntityManager } from 'typeorm';
import { AccountPasswordEntity, AccountProfileEntity, AccountEntity } from './account.entity';
import type { AccountId } from '../ids';

/** An account with the person's own data, which are erased when the person leaves. */
export type Account = {
  readonly id: AccountId;
  readonly email: string;
  readonly displayName: string;
  readonly createdAt: Date;
};

export type NewAccount = Account & { readonly passwordHash: string };

const SELECT = `
select a.id, p.email, p.display_name as "displayName", a.created_at as "createdAt"
from account a join account_profile p on p.account_id = a.id`;

/** Accounts that are not erased. */
export class AccountRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, email, displayName, createdAt, passwordHash }: NewAccount): Promise<void> {
    await this.manager.insert(AccountEntity, { id, createdAt });
    await this.manager.insert(AccountProfileEntity, { accountId: id, email, displayName });
    await this.manager.insert(AccountPasswordEntity, { accountId: id, hash: passwordHash, changedAt: createdAt });
  }

  async find(id: AccountId): Promise<Account | null> {
    const [account] = await this.manager.query<Account[]>(`${SELECT} where a.id = $1`, [id]);
    return account ?? null;
  }

  async findByEmail(email: string): Promise<Account | null> {
    const [account] = await this.manager.query<Account[]>(`${SELECT} where p.email = $1`, [email]);
    return account ?? null;
  }

  async listByIds(ids: readonly AccountId[]): Promise<readonly Account[]> {
    return this.manager.query<Account[]>(`${SELECT} where a.id = any($1)`, [ids]);
  }

  async findPasswordHash(id: AccountId): Promise<string | null> {
    const row = await this.manager.findOneBy(AccountPasswordEntity, { accountId: id });
    return row?.hash ?? null;
  }

  async setPasswordHash(id: AccountId, hash: string, now: Date): Promise<void> {
    await this.manager.upsert(AccountPasswordEntity, { accountId: id, hash, changedAt: now }, ['accountId']);
  }

  /** Takes the person out of the data; what they did stays countable under an id that says nothing. */
  async erase(id: AccountId, now: Date): Promise<void> {
    await this.manager.delete(AccountPasswordEntity, { accountId: id });
    await this.manager.delete(AccountProfileEntity, { accountId: id });
    await this.manager.query('update account set erased_at = $2 where id = $1', [id, now]);
  }
}
