import { Check, Entity, ForeignKey, Index, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import type { MailId, OrganizationId } from '../ids';
import { OrganizationEntity } from '../people/organization.entity';
import { isOneOf, Json, Moment, nullable, Text, Uuid, UuidKey, Whole } from '../schema/columns';

/**
 * Why a mail was not delivered, or not yet. `badAddress`: no server could accept it. `refused`: its server does not accept
 * the address, `rejected`: the message. `notDelivered`: no server accepted it in time. `noServer`: this installation sends
 * no mail. `internal`: an error of ours.
 */
export const MAIL_FAILURES = ['badAddress', 'refused', 'rejected', 'notDelivered', 'noServer', 'internal'] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

@Entity('mail')
@Unique('mail_message_id_key', ['messageId'])
@Index('mail_subject_idx', ['subjectId', 'createdAt'])
@Index('mail_recipient_idx', ['recipient'])
@Index('mail_failed_idx', ['organizationId', 'subjectId'], { where: '(failed_at IS NOT NULL)' })
@Index('mail_created_idx', ['createdAt'])
@Check('mail_failure_check', isOneOf('failure', MAIL_FAILURES))
@Check('mail_outcome', 'failed_at is null or (failure is not null and sent_at is null)')
export class MailEntity {
  @UuidKey() id!: MailId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @Text() kind!: string;
  /** The row that the mail is about. */
  @Uuid() subjectId!: string;
  @Text() recipient!: string;
  /** The Message-ID, the same in every try: by it a mail that arrives twice is recognized. */
  @Text() messageId!: string;
  @Moment() createdAt!: Date;
  @Whole({ default: 0 }) tries!: number;
  @Moment(nullable) sentAt!: Date | null;
  @Moment(nullable) failedAt!: Date | null;
  /** Final if `failedAt` is set, otherwise that of the last try. */
  @Text(nullable) failure!: MailFailure | null;
  /** What the mail server answered, for people to read. */
  @Text(nullable) failureReply!: string | null;
}

export type MailAttachment = { readonly name: string; readonly type: string; readonly text: string };

/** A message as it was delivered, in local mode only. */
@Entity('mailbox_message')
export class MailboxMessageEntity {
  @UuidKey() mailId!: MailId;
  @ManyToOne(() => MailEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mail_id' })
  mail?: Relation<MailEntity>;
  @Text() subject!: string;
  @Text() html!: string;
  @Text() text!: string;
  @Json() attachments!: readonly MailAttachment[];
}
