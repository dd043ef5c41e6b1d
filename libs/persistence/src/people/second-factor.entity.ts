import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AccountId, PasskeyId, RecoveryCodeId } from '../ids';
import { Bytes, Moment, nullable, Real, Text, Texts, Uuid, UuidKey, Whole } from '../schema/columns';
import { AccountEntity } from './account.entity';

@Entity('account_totp')
export class AccountTotpEntity {
  @ForeignKey(() => AccountEntity)
  @PrimaryColumn({ type: 'uuid' })
  accountId!: AccountId;
  /** Encrypted by the api. */
  @Bytes() secret!: Buffer;
  @Moment() createdAt!: Date;
  /** When a first code was right; it is not asked for before. */
  @Moment(nullable) confirmedAt!: Date | null;
  /** The time step of the latest code that was used; earlier and equal ones are refused. */
  @Whole({ default: 0 }) lastStep!: number;
}

@Entity('recovery_code')
@Unique('recovery_code_key', ['accountId', 'codeHash'])
export class RecoveryCodeEntity {
  @UuidKey() id!: RecoveryCodeId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  @Bytes() codeHash!: Buffer;
  @Moment() createdAt!: Date;
  @Moment(nullable) usedAt!: Date | null;
}

@Entity('passkey')
@Unique('passkey_credential_id_key', ['credentialId'])
@Index('passkey_account_id_idx', ['accountId'])
export class PasskeyEntity {
  @UuidKey() id!: PasskeyId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  /** As the authenticator names it, base64url. */
  @Text() credentialId!: string;
  @Bytes() publicKey!: Buffer;
  /** An unsigned 32-bit number, which `integer` does not hold. */
  @Real() counter!: number;
  @Texts({ default: '{}' }) transports!: string[];
  @Text() name!: string;
  @Moment() createdAt!: Date;
  @Moment(nullable) lastUsedAt!: Date | null;
}
