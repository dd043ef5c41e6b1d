import { type EntityManager, IsNull } from 'typeorm';
import { z } from 'zod';
import type { AccountId, RecoveryCodeId } from '../ids';
import { countChanged, getRow, row } from '../rows';
import { AccountTotpEntity, RecoveryCodeEntity } from './second-factor.entity';

/** The authenticator app of an account; without `confirmedAt` it is not asked for yet. */
export type Totp = Readonly<AccountTotpEntity>;
export type NewRecoveryCode = { readonly id: RecoveryCodeId; readonly codeHash: Buffer };

const Kinds = row({ totp: z.boolean(), passkey: z.boolean() });
const KINDS = `
select exists (select from account_totp where account_id = $1 and confirmed_at is not null) as totp,
  exists (select from passkey where account_id = $1) as passkey`;

const WEAKEN = `
update session set is_strong = false where account_id = $1 and ended_at is null
  and not exists (select from account_totp where account_id = $1 and confirmed_at is not null)
  and not exists (select from passkey where account_id = $1)`;

/** Authenticator apps and recovery codes. Secrets come encrypted and codes hashed. */
export class SecondFactorRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Which second factors the account has. */
  listKinds(accountId: AccountId): Promise<z.infer<typeof Kinds>> {
    return getRow(this.manager, Kinds, KINDS, [accountId]);
  }

  findTotp(accountId: AccountId): Promise<Totp | null> {
    return this.manager.findOneBy(AccountTotpEntity, { accountId });
  }

  /** Stores a new secret, which is not asked for until it is confirmed. False if a confirmed one exists. */
  async propose(accountId: AccountId, secret: Buffer, now: Date): Promise<boolean> {
    await this.manager.delete(AccountTotpEntity, { accountId, confirmedAt: IsNull() });
    if (await this.manager.existsBy(AccountTotpEntity, { accountId })) return false;
    await this.manager.insert(AccountTotpEntity, { accountId, secret, createdAt: now });
    return true;
  }

  /** Uses up a time step. False if it, or a later one, was used before: of concurrent requests one succeeds. */
  async useStep(accountId: AccountId, step: number): Promise<boolean> {
    const sql = 'update account_totp set last_step = $2 where account_id = $1 and last_step < $2';
    return (await countChanged(this.manager, sql, [accountId, step])) === 1;
  }

  async confirm(accountId: AccountId, now: Date): Promise<void> {
    await this.manager.update(AccountTotpEntity, { accountId }, { confirmedAt: now });
  }

  async deleteTotp(accountId: AccountId): Promise<void> {
    await this.manager.delete(AccountTotpEntity, { accountId });
    await this.manager.delete(RecoveryCodeEntity, { accountId });
  }

  /** Replaces all recovery codes of the account. */
  async replaceCodes(accountId: AccountId, codes: readonly NewRecoveryCode[], now: Date): Promise<void> {
    await this.manager.delete(RecoveryCodeEntity, { accountId });
    const rows = codes.map((code) => ({ ...code, accountId, createdAt: now }));
    await this.manager.insert(RecoveryCodeEntity, rows);
  }

  /** Uses up a recovery code. False if there is none, or it was used. */
  async useCode(accountId: AccountId, codeHash: Buffer, now: Date): Promise<boolean> {
    const sql = 'update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null';
    return (await countChanged(this.manager, sql, [accountId, codeHash, now])) === 1;
  }

  countCodes(accountId: AccountId): Promise<number> {
    return this.manager.countBy(RecoveryCodeEntity, { accountId, usedAt: IsNull() });
  }

  /** After a second factor was removed: sessions of an account that has none left count as without one. */
  async weakenSessions(accountId: AccountId): Promise<void> {
    await this.manager.query(WEAKEN, [accountId]);
  }

  async eraseAll(accountId: AccountId): Promise<void> {
    await this.deleteTotp(accountId);
    await this.manager.query('delete from passkey where account_id = $1', [accountId]);
  }
}
