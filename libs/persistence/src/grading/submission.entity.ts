import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { AccountEntity, GuestEntity } from '../people/account.entity';
import { AttemptItemEntity } from '../attempts/attempt.entity';
import { QuestionVersionEntity } from '../bank/bank.entity';
import { Json, Moment, nullable, Real, Text, Texts, Uuid, UuidKey, Whole } from '../schema/columns';
import type {
  AccountId,
  AttemptItemId,
  GuestId,
  JobId,
  QuestionReportId,
  QuestionVersionId,
  ScoreId,
  SubmissionId,
  VerdictId,
} from '../ids';

@Entity('submission')
@Unique('submission_client_id_key', ['attemptItemId', 'clientId'])
@Check('submission_purpose_check', "purpose in ('run', 'submit')")
@Check('submission_own_input', "own_input is null or purpose = 'run'")
@Index('submission_item_idx', ['attemptItemId', 'sentAt'])
export class SubmissionEntity {
  @UuidKey() id!: SubmissionId;
  @Uuid() clientId!: string;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  attemptItemId!: AttemptItemId;
  @Text() purpose!: 'run' | 'submit';
  @Text() language!: string;
  @Text() source!: string;
  @Text(nullable) ownInput!: string | null;
  @Uuid() jobId!: JobId;
  @Moment() sentAt!: Date;
}

@Entity('verdict')
@Unique('verdict_submission_key', ['submissionId'])
export class VerdictEntity {
  @UuidKey() id!: VerdictId;
  @ForeignKey(() => SubmissionEntity)
  @Uuid()
  submissionId!: SubmissionId;
  @Text() kind!: string;
  @Json() report!: unknown;
  @Text() graderVersion!: string;
  @Moment() gradedAt!: Date;
}

@Entity('score')
@Check('score_state_check', "state in ('answered', 'omitted', 'notReached')")
@Check('score_earned_check', 'earned >= 0')
@Check('score_possible_check', 'possible > 0')
@Check('score_bounds', 'earned <= possible')
@Check('score_pending', 'pending >= 0 and earned + pending <= possible')
@Check('score_marked_by_check', "marked_by in ('key', 'self', 'reviewer', 'rescore')")
@Index('score_item_idx', ['attemptItemId', 'scoredAt'])
@Index('score_submission_idx', ['submissionId', 'scoredAt'], { where: '(submission_id IS NOT NULL)' })
export class ScoreEntity {
  @UuidKey() id!: ScoreId;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  attemptItemId!: AttemptItemId;
  @ForeignKey(() => SubmissionEntity)
  @Uuid(nullable)
  submissionId!: SubmissionId | null;
  @Whole(nullable) responseRevision!: number | null;
  @Text() state!: 'answered' | 'omitted' | 'notReached';
  @Json() raw!: unknown;
  @Real() earned!: number;
  @Real() possible!: number;
  @Texts({ default: '{}' }) misconceptions!: string[];
  @Moment() scoredAt!: Date;
  @Real({ default: 0 }) pending!: number;
  @Text({ default: 'key' }) markedBy!: 'key' | 'self' | 'reviewer' | 'rescore';
}

@Entity('question_report')
@Unique('question_report_reference_key', ['reference'])
@Check('question_report_reason_check', "reason in ('wrong', 'unclear', 'technical', 'other')")
export class QuestionReportEntity {
  @UuidKey() id!: QuestionReportId;
  @Text() reference!: string;
  @ForeignKey(() => QuestionVersionEntity)
  @Uuid()
  questionVersionId!: QuestionVersionId;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid(nullable)
  attemptItemId!: AttemptItemId | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  @ForeignKey(() => GuestEntity)
  @Uuid(nullable)
  guestId!: GuestId | null;
  @Text() reason!: 'wrong' | 'unclear' | 'technical' | 'other';
  @Text() text!: string;
  @Moment() reportedAt!: Date;
}
