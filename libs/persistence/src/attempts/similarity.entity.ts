import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccountId, AssessmentId, OrganizationId, SimilarityPairId, SimilarityRunId } from '../ids';
import { AccountEntity } from '../people/account.entity';
import { QuestionVersionEntity } from '../bank/bank.entity';
import { Moment, nullable, Real, Text, TextKey, Uuid, UuidKey, Whole } from '../schema/columns';
import { AssessmentEntity } from './assessment.entity';
import { AttemptItemEntity } from './attempt.entity';

/** A comparison of the programs of one assessment; with neither `doneAt` nor `failedAt` it runs. */
@Entity('similarity_run')
@Check('similarity_run_progress_check', 'progress >= 0 and progress <= 1')
@Check('similarity_run_end', 'num_nonnulls(done_at, failed_at) <= 1')
@Index('similarity_run_open_key', ['assessmentId'], {
  unique: true,
  where: '((done_at IS NULL) AND (failed_at IS NULL))',
})
@Index('similarity_run_assessment_idx', ['assessmentId', 'startedAt'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'similarity_run_assessment_fkey',
})
export class SimilarityRunEntity {
  @UuidKey() id!: SimilarityRunId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Moment() startedAt!: Date;
  /** Null when it was started because attempts had ended. */
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  startedBy!: AccountId | null;
  @Real({ default: 0 }) progress!: number;
  @Moment(nullable) doneAt!: Date | null;
  @Moment(nullable) failedAt!: Date | null;
}

/** How alike the programs of one question in one language are; without median and line they are too few. */
@Entity('similarity_question')
@Check('similarity_question_typical', '(median is null) = (line is null)')
export class SimilarityQuestionEntity {
  @ForeignKey(() => SimilarityRunEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  runId!: SimilarityRunId;
  @ForeignKey(() => QuestionVersionEntity)
  @PrimaryColumn({ type: 'uuid' })
  questionVersionId!: string;
  @TextKey() language!: string;
  @Whole() programs!: number;
  @Whole() compared!: number;
  @Whole() pairs!: number;
  @Real(nullable) median!: number | null;
  @Real(nullable) line!: number | null;
}

/** Two programs to look at. */
@Entity('similarity_pair')
@Check('similarity_pair_two', 'left_item_id <> right_item_id')
@Index('similarity_pair_left_idx', ['leftItemId'])
@Index('similarity_pair_right_idx', ['rightItemId'])
@Index('similarity_pair_run_idx', ['runId', 'similarity', 'id'])
@ForeignKey(
  () => SimilarityQuestionEntity,
  ['runId', 'questionVersionId', 'language'],
  ['runId', 'questionVersionId', 'language'],
  { name: 'similarity_pair_question_fkey', onDelete: 'CASCADE' },
)
export class SimilarityPairEntity {
  @UuidKey() id!: SimilarityPairId;
  @Uuid() runId!: SimilarityRunId;
  @Uuid() questionVersionId!: string;
  @Text() language!: string;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  leftItemId!: string;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  rightItemId!: string;
  @Real() similarity!: number;
  /** Tokens of the longest part that both share. */
  @Whole() longest!: number;
  /** The share of all pairs of the question that are less alike. */
  @Real() above!: number;
}
