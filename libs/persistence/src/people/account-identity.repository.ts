import type { EntityManager } from 'typeorm';
import type { AccountId, AccountIdentityId } from '../ids';
import { AccountIdentityEntity } from './single-sign-on.entity';

export type AccountIdentity = Readonly<AccountIdentityEntity>;

/** Identities of accounts at providers: issuer and subject, never an e-mail address. */
export class AccountIdentityRepository {
  constructor(private readonly manager: EntityManager) {}

  find(issuer: string, subject: string): Promise<AccountIdentity | null> {
    return this.manager.findOneBy(AccountIdentityEntity, { issuer, subject });
  }

  async insert(identity: AccountIdentity): Promise<void> {
    await this.manager.insert(AccountIdentityEntity, identity);
  }

  async use(id: AccountIdentityId, now: Date): Promise<void> {
    await this.manager.update(AccountIdentityEntity, { id }, { lastUsedAt: now });
  }

  async eraseAll(accountId: AccountId): Promise<void> {
    await this.manager.delete(AccountIdentityEntity, { accountId });
  }
}
