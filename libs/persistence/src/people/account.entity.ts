import { Check, Entity, ForeignKey, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Moment, nullable, Text, Uuid, UuidKey } from '../schema/columns';
import type { AccountId, GuestId } from '../ids';

@Entity('account')
export class AccountEntity {
  @UuidKey() id!: AccountId;
  @Moment() createdAt!: Date;
  @Moment(nullable) erasedAt!: Date | null;
}

@Entity('account_profile')
@Unique('account_profile_email_key', ['email'])
@Check('account_profile_email_check', 'email = lower(email)')
export class AccountProfileEntity {
  @UuidKey() accountId!: AccountId;
  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id' })
  account?: Relation<AccountEntity>;
  @Text() email!: string;
  @Text() displayName!: string;
  /** When the address was proven to be the owner's; null until then. */
  @Moment(nullable) provenAt!: Date | null;
}

@Entity('account_password')
export class AccountPasswordEntity {
  @ForeignKey(() => AccountEntity)
  @PrimaryColumn({ type: 'uuid' })
  accountId!: AccountId;
  @Text() hash!: string;
  @Moment() changedAt!: Date;
}

@Entity('guest')
export class GuestEntity {
  @UuidKey() id!: GuestId;
  @Moment() createdAt!: Date;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  becameAccountId!: AccountId | null;
  @Moment(nullable) erasedAt!: Date | null;
}
