import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssessmentId, AttemptItemId, LateAnswerId, OrganizationId } from '../ids';
import { AccountEntity } from '../people/account.entity';
import { Json, Moment, nullable, Text, Uuid, UuidKey, Whole } from '../schema/columns';
import { AssessmentEntity } from './assessment.entity';
import { AttemptItemEntity } from './attempt.entity';

/** An answer that came after the grace. It counts only once it is admitted. */
@Entity('late_answer')
@Check('late_answer_based_on_check', 'based_on >= 0')
@Check('late_answer_admitted', 'num_nonnulls(admitted_at, reason, revision) in (0, 3)')
@Check('late_answer_admitted_by', 'admitted_by is null or admitted_at is not null')
@Check('late_answer_reason_check', 'char_length(reason) between 1 and 500')
@Index('late_answer_item_idx', ['attemptItemId', 'arrivedAt'])
@Index('late_answer_assessment_idx', ['organizationId', 'assessmentId', 'arrivedAt'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'late_answer_assessment_fkey',
})
export class LateAnswerEntity {
  /** The id of the save, made by the page. */
  @UuidKey() id!: LateAnswerId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  attemptItemId!: AttemptItemId;
  @Whole() basedOn!: number;
  @Json() answer!: unknown;
  /** When its item had closed. */
  @Moment() closedAt!: Date;
  @Moment() arrivedAt!: Date;
  @Moment(nullable) admittedAt!: Date | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  admittedBy!: AccountId | null;
  @Text(nullable) reason!: string | null;
  /** The number of the revision that it became. */
  @Whole(nullable) revision!: number | null;
}
