import type { ItemPoints, SkillPoints } from '@holdout/scoring';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QuestionVersionEntity } from '../bank/bank.entity';
import type {
  AccountId,
  AssessmentId,
  AssessmentVersionId,
  AttemptId,
  ItemCorrectionId,
  OrganizationId,
  QuestionVersionId,
} from '../ids';
import { AccountEntity } from '../people/account.entity';
import { Json, Moment, nullable, Real, Text, Uuid, UuidKey } from '../schema/columns';
import { AssessmentEntity, AssessmentVersionEntity } from './assessment.entity';
import { AttemptEntity } from './attempt.entity';

/** What an organization decided about a question of an assessment that turned out to be faulty. The newest counts. */
@Entity('item_correction')
@Check('item_correction_kind_check', "kind in ('withdrawn', 'rekeyed', 'restored')")
@Check('item_correction_reason_check', 'char_length(reason) between 1 and 2000')
@Check('item_correction_key', "(kind = 'rekeyed') = (key is not null)")
@Index('item_correction_assessment_idx', ['assessmentId', 'questionVersionId', 'madeAt'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'item_correction_assessment_fkey',
})
export class ItemCorrectionEntity {
  @UuidKey() id!: ItemCorrectionId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @ForeignKey(() => QuestionVersionEntity)
  @Uuid()
  questionVersionId!: QuestionVersionId;
  @Text() kind!: 'withdrawn' | 'rekeyed' | 'restored';
  /** The new key, in the form that its kind of question has for it. */
  @Json(nullable) key!: unknown;
  @Text() reason!: string;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  @Moment() madeAt!: Date;
}

/**
 * The score of an ended attempt of an assessment. Before its release it is replaced; afterwards a change adds a number, and the
 * one before is kept as superseded.
 */
@Entity('attempt_score')
@Check('attempt_score_number_check', 'number > 0')
@Check('attempt_score_cause_check', "cause in ('scored', 'reviewed', 'corrected', 'disputed', 'late')")
@Check('attempt_score_bounds', 'earned >= 0 and pending >= 0 and possible >= 0')
@Index('attempt_score_current_key', ['attemptId'], { unique: true, where: '(superseded_at IS NULL)' })
@Index('attempt_score_assessment_idx', ['assessmentId', 'attemptId'], { where: '(superseded_at IS NULL)' })
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'attempt_score_assessment_fkey',
})
@ForeignKey(() => AssessmentVersionEntity, ['organizationId', 'assessmentVersionId'], ['organizationId', 'id'], {
  name: 'attempt_score_version_fkey',
})
export class AttemptScoreEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Uuid() assessmentVersionId!: AssessmentVersionId;
  @Real() earned!: number;
  @Real() possible!: number;
  @Real() pending!: number;
  @Json() items!: readonly ItemPoints[];
  @Json() skills!: readonly SkillPoints[];
  @Text() cause!: 'scored' | 'reviewed' | 'corrected' | 'disputed' | 'late';
  /** Of a person, for a change after the release. */
  @Text(nullable) reason!: string | null;
  @ForeignKey(() => ItemCorrectionEntity)
  @Uuid(nullable)
  correctionId!: ItemCorrectionId | null;
  @Moment() scoredAt!: Date;
  @Moment(nullable) supersededAt!: Date | null;
}
