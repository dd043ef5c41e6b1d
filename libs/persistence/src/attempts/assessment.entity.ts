import type { AssessmentContent, AssessmentDraft } from '@holdout/assessment';
import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { QuestionVersionEntity } from '../bank/bank.entity';
import { Json, Moment, nullable, Text, Uuid, UuidKey, Whole } from '../schema/columns';
import type {
  AccountId,
  AssessmentDraftRevisionId,
  AssessmentId,
  AssessmentVersionId,
  OrganizationId,
  QuestionVersionId,
} from '../ids';
import { AccountEntity } from '../people/account.entity';
import { OrganizationEntity } from '../people/organization.entity';

@Entity('assessment')
@Unique('assessment_organization_key', ['organizationId', 'id'])
@Check('assessment_draft_revision_check', 'draft_revision > 0')
@Index('assessment_organization_idx', { synchronize: false })
export class AssessmentEntity {
  @UuidKey() id!: AssessmentId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() title!: string;
  @Moment() createdAt!: Date;
  @Json() draft!: AssessmentDraft;
  /** Incremented by one with each save of the draft; a save that builds on another one is refused. */
  @Whole() draftRevision!: number;
  @Moment() updatedAt!: Date;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  updatedBy!: AccountId | null;
  @Moment(nullable) archivedAt!: Date | null;
}

@Entity('assessment_draft_revision')
@Unique('assessment_draft_revision_number_key', ['assessmentId', 'revision'])
@Check('assessment_draft_revision_revision_check', 'revision > 0')
@Check('assessment_draft_revision_refused', '(revision is null) = (based_on is not null)')
@Index('assessment_draft_revision_saved_idx', { synchronize: false })
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'assessment_draft_revision_assessment_fkey',
})
export class AssessmentDraftRevisionEntity {
  @UuidKey() id!: AssessmentDraftRevisionId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  /** Null if it was refused, because it built on an older revision than the current one. */
  @Whole(nullable) revision!: number | null;
  /** The revision that a refused one builds on. */
  @Whole(nullable) basedOn!: number | null;
  @Text() title!: string;
  @Json() draft!: AssessmentDraft;
  @Moment() savedAt!: Date;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  savedBy!: AccountId | null;
}

@Entity('assessment_version')
@Unique('assessment_version_number_key', ['assessmentId', 'number'])
@Unique('assessment_version_organization_key', ['organizationId', 'id'])
@Check('assessment_version_number_check', 'number > 0')
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'assessment_version_assessment_fkey',
})
export class AssessmentVersionEntity {
  @UuidKey() id!: AssessmentVersionId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Whole() number!: number;
  @Json() content!: AssessmentContent;
  @Text() contentHash!: string;
  /** The revision of the draft that it froze. */
  @Whole({ default: 1 }) draftRevision!: number;
  @Moment() publishedAt!: Date;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  publishedBy!: AccountId | null;
}

/** The question versions that attempts of an assessment version may draw. */
@Entity('assessment_version_question')
@Index('assessment_version_question_idx', ['questionVersionId'])
export class AssessmentVersionQuestionEntity {
  @ForeignKey(() => AssessmentVersionEntity)
  @PrimaryColumn({ type: 'uuid' })
  assessmentVersionId!: AssessmentVersionId;
  @ForeignKey(() => QuestionVersionEntity)
  @PrimaryColumn({ type: 'uuid' })
  questionVersionId!: QuestionVersionId;
}
