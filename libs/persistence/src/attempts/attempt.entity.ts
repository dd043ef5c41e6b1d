import type { AssessmentContent, Purpose } from '@holdout/assessment';
import type { TimeEntry } from '@holdout/timing';
import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity, GuestEntity } from '../people/account.entity';
import { AssessmentEntity, AssessmentVersionEntity } from './assessment.entity';
import { QuestionVersionEntity, VariantEntity } from '../bank/bank.entity';
import {
  Flag,
  Json,
  Moment,
  nullable,
  Real,
  Small,
  Text,
  TextKey,
  Uuid,
  UuidKey,
  Uuids,
  Whole,
} from '../schema/columns';
import type {
  AccountId,
  AssessmentId,
  AssessmentVersionId,
  AttemptId,
  AttemptItemId,
  AttemptTimeEntryId,
  CandidateId,
  GuestId,
  InvitationId,
  OrganizationId,
  QuestionVersionId,
  ResponseRevisionId,
  VariantId,
} from '../ids';
import { InvitationEntity } from '../people/invitation.entity';
import { CandidateEntity, OrganizationEntity } from '../people/organization.entity';

@Entity('attempt')
@Unique('attempt_invitation_key', ['invitationId'])
@Unique('attempt_receipt_code_key', ['receiptCode'])
@ForeignKey(() => InvitationEntity, ['organizationId', 'invitationId'], ['organizationId', 'id'], {
  name: 'attempt_invitation_fkey',
})
@Check('attempt_purpose_check', "purpose in ('practice', 'assessment', 'preview', 'trial')")
@Check('attempt_form_check', "form in ('single', 'quiz', 'assessment')")
@Check('attempt_ended_by_check', "ended_by in ('candidate', 'clock')")
@Check(
  'attempt_subject',
  `(purpose = 'practice' and organization_id is null and num_nonnulls(account_id, guest_id) = 1)
   or (purpose = 'assessment' and num_nonnulls(organization_id, candidate_id, assessment_version_id) = 3)
   or (purpose = 'preview' and num_nonnulls(organization_id, account_id) = 2
     and num_nonnulls(guest_id, candidate_id, invitation_id) = 0)
   or (purpose = 'trial' and num_nonnulls(organization_id, assessment_version_id) = 2
     and num_nonnulls(account_id, guest_id, candidate_id, invitation_id) = 0)`,
)
@Check('attempt_end', '(ended_at is null) = (ended_by is null)')
@Check('attempt_released', 'released_at is null or ended_at is not null')
@Index('attempt_account_idx', ['accountId', 'startedAt'], { where: '(account_id IS NOT NULL)' })
@Index('attempt_guest_idx', ['guestId', 'startedAt'], { where: '(guest_id IS NOT NULL)' })
@Index('attempt_overdue_idx', ['closesAt'], { where: '((ended_at IS NULL) AND (closes_at IS NOT NULL))' })
@Index('attempt_open_key', ['candidateId', 'assessmentId'], {
  unique: true,
  where: "((purpose = 'assessment'::text) AND (ended_at IS NULL))",
})
@Index('attempt_version_idx', ['assessmentVersionId', 'endedAt'], { where: '(assessment_version_id IS NOT NULL)' })
@Index('attempt_candidate_idx', ['organizationId', 'candidateId'], { where: '(candidate_id IS NOT NULL)' })
@ForeignKey(() => CandidateEntity, ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'attempt_candidate_fkey',
})
@ForeignKey(() => AssessmentVersionEntity, ['organizationId', 'assessmentVersionId'], ['organizationId', 'id'], {
  name: 'attempt_version_fkey',
})
export class AttemptEntity {
  @UuidKey() id!: AttemptId;
  @Text() purpose!: Purpose;
  @Text() form!: 'single' | 'quiz' | 'assessment';
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @Uuid(nullable) candidateId!: CandidateId | null;
  @Uuid(nullable) assessmentVersionId!: AssessmentVersionId | null;
  /** That of the version, filled by a trigger: a person has one open attempt of an assessment. */
  @Uuid(nullable) assessmentId!: AssessmentId | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  @ForeignKey(() => GuestEntity)
  @Uuid(nullable)
  guestId!: GuestId | null;
  @Text() seed!: string;
  @Moment() startedAt!: Date;
  @Moment(nullable) closesAt!: Date | null;
  @Moment(nullable) endedAt!: Date | null;
  @Text(nullable) endedBy!: 'candidate' | 'clock' | null;
  @Moment(nullable) releasedAt!: Date | null;
  /** The organizations whose banks its questions come from; empty if all are public. The owner of a bank never changes. */
  @Uuids({ default: '{}' }) bankOwners!: OrganizationId[];
  @Moment(nullable) erasedAt!: Date | null;
  @Uuid(nullable) invitationId!: InvitationId | null;
  /** The code on the candidate's receipt; null until the assessment has ended. */
  @Text(nullable) receiptCode!: string | null;
}

/** What a member's preview of an assessment is drawn from; the attempt is deleted after a day. */
@Entity('attempt_preview')
@Index('attempt_preview_created_idx', ['createdAt'])
@Index('attempt_preview_assessment_idx', ['assessmentId'])
export class AttemptPreviewEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  @ForeignKey(() => AssessmentEntity)
  @Uuid()
  assessmentId!: AssessmentId;
  @Json() content!: AssessmentContent;
  @Moment() createdAt!: Date;
}

/** Whose trial it is; the attempt is deleted after a day. An invitation has one at a time. */
@Entity('attempt_trial')
@Unique('attempt_trial_invitation_key', ['invitationId'])
@Index('attempt_trial_created_idx', ['createdAt'])
@Index('attempt_trial_candidate_idx', ['candidateId'])
@ForeignKey(() => InvitationEntity, ['organizationId', 'invitationId'], ['organizationId', 'id'], {
  name: 'attempt_trial_invitation_fkey',
})
@ForeignKey(() => CandidateEntity, ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'attempt_trial_candidate_fkey',
})
export class AttemptTrialEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() candidateId!: CandidateId;
  @Uuid() invitationId!: InvitationId;
  @Moment() createdAt!: Date;
}

@Entity('attempt_time_entry')
@Check('attempt_time_entry_kind_check', "kind in ('limit', 'extraTime', 'break', 'credit', 'added')")
@Check('attempt_time_entry_amount_check', 'amount >= 0')
@Check('attempt_time_entry_since_check', 'since is null or since <= added_at')
@Index('attempt_time_entry_attempt_idx', ['attemptId', 'addedAt'])
export class AttemptTimeEntryEntity {
  @UuidKey() id!: AttemptTimeEntryId;
  @ForeignKey(() => AttemptEntity)
  @Uuid()
  attemptId!: AttemptId;
  @Text() kind!: TimeEntry['kind'];
  /** Seconds; for extra time a fraction of the limit. */
  @Real() amount!: number;
  @Text() reason!: string;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  actorAccountId!: AccountId | null;
  @Moment() addedAt!: Date;
  /** When the time that a credit gives back began; null for what holds from `addedAt`. */
  @Moment(nullable) since!: Date | null;
}

/** A section with a time limit of its own. Written by `TimeRepository` alone. */
@Entity('attempt_section')
@Check('attempt_section_position_check', 'position > 0')
@Check('attempt_section_limit_check', 'limit_seconds > 0')
@Check(
  'attempt_section_entered',
  '(entered_at is null) = (closes_at is null) and (left_at is null or entered_at is not null)',
)
export class AttemptSectionEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  @TextKey() sectionId!: string;
  @Small() position!: number;
  @Whole() limitSeconds!: number;
  @Moment(nullable) enteredAt!: Date | null;
  @Moment(nullable) closesAt!: Date | null;
  @Moment(nullable) leftAt!: Date | null;
}

@Entity('attempt_item')
@Unique('attempt_item_position_key', ['attemptId', 'position'])
@Check('attempt_item_position_check', 'position > 0')
@Check('attempt_item_weight_check', 'weight > 0')
@Check('attempt_item_fixed_by_check', "fixed_by in ('checked', 'revealed', 'ended', 'left')")
@Check('attempt_item_fixed', '(fixed_at is null) = (fixed_by is null)')
@Index('attempt_item_version_idx', ['questionVersionId'])
export class AttemptItemEntity {
  @UuidKey() id!: AttemptItemId;
  @ForeignKey(() => AttemptEntity)
  @Uuid()
  attemptId!: AttemptId;
  @Small() position!: number;
  @ForeignKey(() => QuestionVersionEntity)
  @Uuid()
  questionVersionId!: QuestionVersionId;
  @ForeignKey(() => VariantEntity)
  @Uuid(nullable)
  variantId!: VariantId | null;
  @Flag({ default: false }) isPilot!: boolean;
  @Flag({ default: false }) isFlagged!: boolean;
  @Moment(nullable) presentedAt!: Date | null;
  @Moment(nullable) fixedAt!: Date | null;
  @Text(nullable) fixedBy!: 'checked' | 'revealed' | 'ended' | 'left' | null;
  @Json(nullable) draw!: unknown;
  @Json({ default: [] }) revealed!: unknown;
  /** The section of the assessment version; null in practice. */
  @Text(nullable) sectionId!: string | null;
  /** What full marks on this item count in the total, relative to the other items. */
  @Real({ default: 1 }) weight!: number;
  /** The deadline of its timed section, copied for the statement that saves; null without one. */
  @Moment(nullable) closesAt!: Date | null;
  /** Whether it is in a timed section that was not entered: the candidate has not been given it. */
  @Flag({ default: false }) isWithheld!: boolean;
}

@Entity('response')
@Check('response_revision_check', 'revision > 0')
export class ResponseEntity {
  @ForeignKey(() => AttemptItemEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptItemId!: AttemptItemId;
  @Whole() revision!: number;
  @Json() answer!: unknown;
  @Moment() firstSavedAt!: Date;
  @Moment() savedAt!: Date;
}

@Entity('response_revision')
@Unique('response_revision_number_key', ['attemptItemId', 'revision'])
@Check('response_revision_revision_check', 'revision > 0')
@Check('response_revision_refused', '(revision is null) = (based_on is not null)')
@Check('response_revision_form', '(answer is null) = (delta_of is not null)')
@Index('response_revision_delta_of_idx', ['deltaOf'], { where: '(delta_of IS NOT NULL)' })
export class ResponseRevisionEntity {
  @UuidKey() id!: ResponseRevisionId;
  @ForeignKey(() => AttemptItemEntity)
  @Uuid()
  attemptItemId!: AttemptItemId;
  /** Null if it was refused because it built on an older revision than the current one: kept, but never current. */
  @Whole(nullable) revision!: number | null;
  /** The revision that a refused one builds on; an accepted one builds on the number before its own. */
  @Whole(nullable) basedOn!: number | null;
  /** Null if it is stored as what turns a newer version into it. */
  @Json(nullable) answer!: unknown;
  /** See `Delta` of `@holdout/assessment`. */
  @Json(nullable) delta!: unknown;
  @ForeignKey(() => ResponseRevisionEntity)
  @Uuid(nullable)
  deltaOf!: ResponseRevisionId | null;
  @Moment() savedAt!: Date;
}
