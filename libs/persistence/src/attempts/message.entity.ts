import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { AccountEntity } from '../people/account.entity';
import type { AccountId, AssessmentId, AttemptId, AttemptMessageId, OrganizationId } from '../ids';
import { Flag, Moment, nullable, Text, Uuid, UuidKey } from '../schema/columns';
import { AssessmentEntity } from './assessment.entity';
import { AttemptEntity } from './attempt.entity';

/** A candidate's call for help, or what a member wrote to a candidate. */
@Entity('attempt_message')
@Unique('attempt_message_sending_key', ['sendingId', 'attemptId'])
@Check('attempt_message_kind_check', "kind in ('call', 'message')")
@Check('attempt_message_text_check', "char_length(text) <= 2000 and (kind = 'call' or text <> '')")
@Check('attempt_message_sender', "(kind = 'message') = (sending_id is not null)")
@Check('attempt_message_call', "kind = 'message' or (account_id is null and read_at is null)")
@Check('attempt_message_answer', "answered_at is null or kind = 'call'")
@Index('attempt_message_open_call_key', ['attemptId'], {
  unique: true,
  where: "((kind = 'call'::text) AND (answered_at IS NULL))",
})
@Index('attempt_message_attempt_idx', ['attemptId', 'sentAt'])
@Index('attempt_message_calls_idx', ['organizationId', 'assessmentId', 'sentAt'], {
  where: "((kind = 'call'::text) AND (answered_at IS NULL))",
})
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'attempt_message_assessment_fkey',
})
export class AttemptMessageEntity {
  @UuidKey() id!: AttemptMessageId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @ForeignKey(() => AttemptEntity)
  @Uuid()
  attemptId!: AttemptId;
  @Text() kind!: 'call' | 'message';
  /** The member who wrote it; null for a call. */
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  /** Made by the sender's page: what was sent together, so that a repeated request sends nothing twice. Null for a call. */
  @Uuid(nullable) sendingId!: string | null;
  @Flag({ default: false }) isToAll!: boolean;
  @Text() text!: string;
  @Moment() sentAt!: Date;
  /** When the candidate put it away; always null for a call. */
  @Moment(nullable) readAt!: Date | null;
  /** Of a call; null while it is open. */
  @Moment(nullable) answeredAt!: Date | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  answeredBy!: AccountId | null;
}
