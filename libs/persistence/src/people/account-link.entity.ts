import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, AccountLinkId, GuestId } from '../ids';
import { Bytes, Moment, nullable, Text, Uuid, UuidKey } from '../schema/columns';
import { AccountEntity, GuestEntity } from './account.entity';

@Entity('account_link')
@Unique('account_link_token_hash_key', ['tokenHash'])
@Check('account_link_email_check', 'email = lower(email)')
@Check(
  'account_link_purpose_fields',
  `(purpose = 'signUp' and account_id is null and display_name is not null and password_hash is not null)
   or (purpose = 'proveAddress' and account_id is not null and num_nonnulls(guest_id, display_name, password_hash) = 0)
   or (purpose = 'resetPassword' and num_nonnulls(account_id, guest_id, display_name, password_hash) = 0)`,
)
@Index('account_link_email_idx', ['email'])
export class AccountLinkEntity {
  @UuidKey() id!: AccountLinkId;
  @Text() purpose!: 'signUp' | 'proveAddress' | 'resetPassword';
  /** The mailbox that the link is sent to. */
  @Text() email!: string;
  /** Whose address is changed or proven. */
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  /** The guest whose work the new account takes over. */
  @ForeignKey(() => GuestEntity)
  @Uuid(nullable)
  guestId!: GuestId | null;
  @Text(nullable) displayName!: string | null;
  @Text(nullable) passwordHash!: string | null;
  @Bytes() tokenHash!: Buffer;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) usedAt!: Date | null;
}
