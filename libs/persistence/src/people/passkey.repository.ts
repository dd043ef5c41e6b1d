import type { EntityManager } from 'typeorm';
import type { AccountId, PasskeyId } from '../ids';
import { countChanged } from '../rows';
import { PasskeyEntity } from './second-factor.entity';

export type Passkey = Readonly<Omit<PasskeyEntity, 'transports'>> & { readonly transports: readonly string[] };
export type NewPasskey = Omit<Passkey, 'lastUsedAt'>;

/** An authenticator that counts its uses must count up; one that does not count always reports zero. */
const USE = `
update passkey set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`;

/** Passkeys of accounts. */
export class PasskeyRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(passkey: NewPasskey): Promise<void> {
    await this.manager.insert(PasskeyEntity, { ...passkey, transports: [...passkey.transports] });
  }

  findByCredential(credentialId: string): Promise<Passkey | null> {
    return this.manager.findOneBy(PasskeyEntity, { credentialId });
  }

  listOf(accountId: AccountId): Promise<Passkey[]> {
    return this.manager.find(PasskeyEntity, { where: { accountId }, order: { createdAt: 'asc', id: 'asc' } });
  }

  /** Stores a use. False if the counter did not go up: the key was copied, or the answer was sent before. */
  async use(id: PasskeyId, counter: number, now: Date): Promise<boolean> {
    return (await countChanged(this.manager, USE, [id, counter, now])) === 1;
  }

  /** False if the account has no such passkey. */
  async delete(accountId: AccountId, id: PasskeyId): Promise<boolean> {
    const { affected } = await this.manager.delete(PasskeyEntity, { accountId, id });
    return affected === 1;
  }
}
