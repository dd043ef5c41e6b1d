import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, InvitationId, OrganizationId, PublicLinkId, SeatCodeId } from '../ids';
import { Flag, Moment, nullable, Text, Uuid, UuidKey, Whole } from '../schema/columns';
import { AccountEntity } from './account.entity';
import { InvitationEntity, PublicLinkEntity } from './invitation.entity';

/** A code sent by mail to an address that asks for a seat of a public link. It is computed from its id and the secret. */
@Entity('seat_code')
@Index('seat_code_created_idx', ['createdAt'])
@Index('seat_code_email_idx', ['organizationId', 'email'])
@Check('seat_code_email_check', 'email = lower(email)')
@ForeignKey(() => PublicLinkEntity, ['organizationId', 'publicLinkId'], ['organizationId', 'id'], {
  name: 'seat_code_link_fkey',
})
export class SeatCodeEntity {
  @UuidKey() id!: SeatCodeId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() publicLinkId!: PublicLinkId;
  @Text() email!: string;
  @Text() name!: string;
  @Moment() createdAt!: Date;
  /** Every attempt to type it in, also the right one. */
  @Whole({ default: 0 }) tries!: number;
  @Moment(nullable) usedAt!: Date | null;
}

/** A candidate asks for more time before the start. The reason may tell of an illness: only those who may invite read it. */
@Entity('time_request')
@Check('time_request_answer', '(answered_at is null) = (is_granted is null)')
@ForeignKey(() => InvitationEntity, ['organizationId', 'invitationId'], ['organizationId', 'id'], {
  name: 'time_request_invitation_fkey',
})
export class TimeRequestEntity {
  @UuidKey() invitationId!: InvitationId;
  @Uuid() organizationId!: OrganizationId;
  @Text() reason!: string;
  @Moment() askedAt!: Date;
  @Moment(nullable) answeredAt!: Date | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  answeredBy!: AccountId | null;
  @Flag(nullable) isGranted!: boolean | null;
}
