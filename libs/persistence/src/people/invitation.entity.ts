import { Check, Entity, ForeignKey, Index, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import { AssessmentEntity, AssessmentVersionEntity } from '../attempts/assessment.entity';
import { Bytes, isOneOf, Moment, nullable, Text, Texts, Uuid, UuidKey, Whole } from '../schema/columns';
import type {
  AccountId,
  AssessmentId,
  AssessmentVersionId,
  CandidateCodeId,
  CandidateId,
  InvitationId,
  OrganizationId,
  PublicLinkId,
} from '../ids';
import { AccountEntity } from './account.entity';
import { CandidateEntity, type MemberRole, OrganizationEntity } from './organization.entity';

const INVITATION_PURPOSES = ['member', 'assessment'] as const;

/** How the candidate got it: by mail, as a link that a member passes on, or through a public link. */
export const INVITATION_SOURCES = ['mail', 'link', 'public'] as const;
export type InvitationSource = (typeof INVITATION_SOURCES)[number];

/** A link to an assessment that anyone may use; `cap` limits the number of candidates with a verified address. */
@Entity('public_link')
@Unique('public_link_token_hash_key', ['tokenHash'])
@Unique('public_link_organization_key', ['organizationId', 'id'])
@Check('public_link_cap_check', 'cap > 0')
@Index('public_link_assessment_idx', ['assessmentId'])
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'public_link_assessment_fkey',
})
export class PublicLinkEntity {
  @UuidKey() id!: PublicLinkId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() assessmentId!: AssessmentId;
  @Bytes() tokenHash!: Buffer;
  @Whole({ default: 1 }) generation!: number;
  @Whole() cap!: number;
  @Moment(nullable) opensAt!: Date | null;
  @Moment(nullable) closesAt!: Date | null;
  @Moment() createdAt!: Date;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  createdBy!: AccountId | null;
  @Moment(nullable) withdrawnAt!: Date | null;
}

@Entity('invitation')
@Unique('invitation_token_hash_key', ['tokenHash'])
@Unique('invitation_organization_key', ['organizationId', 'id'])
@Check('invitation_source_check', isOneOf('source', INVITATION_SOURCES))
@Check('invitation_source_fields', "(source = 'public') = (public_link_id is not null)")
@Check('invitation_assessment', '(assessment_id is null) = (assessment_version_id is null)')
@Index('invitation_assessment_idx', ['assessmentId', 'createdAt', 'id'], { where: '(assessment_id IS NOT NULL)' })
@Index('invitation_deadline_idx', ['assessmentId', 'expiresAt', 'id'], { where: '(assessment_id IS NOT NULL)' })
@Index('invitation_address_idx', ['assessmentId', 'email', 'id'], { where: '(assessment_id IS NOT NULL)' })
@ForeignKey(() => AssessmentEntity, ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  name: 'invitation_assessment_fkey',
})
@Index('invitation_member_idx', ['organizationId', 'email'], { where: "(purpose = 'member'::text)" })
@Index('invitation_public_link_idx', ['publicLinkId'], { where: '(public_link_id IS NOT NULL)' })
@Index('invitation_candidate_idx', ['organizationId', 'candidateId'], { where: '(candidate_id IS NOT NULL)' })
@ForeignKey(() => PublicLinkEntity, ['organizationId', 'publicLinkId'], ['organizationId', 'id'], {
  name: 'invitation_public_link_fkey',
})
@Check('invitation_purpose_check', isOneOf('purpose', INVITATION_PURPOSES))
@Check('invitation_email_check', 'email = lower(email)')
@Check(
  'invitation_purpose_fields',
  `(purpose = 'member' and cardinality(roles) > 0 and candidate_id is null and assessment_version_id is null)
   or (purpose = 'assessment' and candidate_id is not null and assessment_version_id is not null)`,
)
@ForeignKey(() => CandidateEntity, ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'invitation_candidate_fkey',
})
@ForeignKey(() => AssessmentVersionEntity, ['organizationId', 'assessmentVersionId'], ['organizationId', 'id'], {
  name: 'invitation_assessment_version_fkey',
})
export class InvitationEntity {
  @UuidKey() id!: InvitationId;
  @Uuid() organizationId!: OrganizationId;
  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id' })
  organization?: Relation<OrganizationEntity>;
  @Text() purpose!: (typeof INVITATION_PURPOSES)[number];
  @Bytes() tokenHash!: Buffer;
  @Text() email!: string;
  @Texts({ default: '{}' }) roles!: MemberRole[];
  @Uuid(nullable) candidateId!: CandidateId | null;
  @Uuid(nullable) assessmentId!: AssessmentId | null;
  @Uuid(nullable) assessmentVersionId!: AssessmentVersionId | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) usedAt!: Date | null;
  @Moment(nullable) withdrawnAt!: Date | null;
  /** Incremented when the link is made anew, which ends the earlier one. */
  @Whole({ default: 1 }) generation!: number;
  @Text({ default: 'mail' }) source!: InvitationSource;
  @Uuid(nullable) publicLinkId!: PublicLinkId | null;
  @Moment(nullable) opensAt!: Date | null;
  @Moment(nullable) openedAt!: Date | null;
  /** When the candidate first began check-in. */
  @Moment(nullable) checkedInAt!: Date | null;
  @Moment(nullable) declinedAt!: Date | null;
  @Moment(nullable) remindedAt!: Date | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  createdBy!: AccountId | null;
}

/** A code sent by mail for the second device of a candidate. It is computed from its id and the secret. */
@Entity('candidate_code')
@Index('candidate_code_invitation_idx', ['invitationId', 'createdAt'])
@ForeignKey(() => InvitationEntity, ['organizationId', 'invitationId'], ['organizationId', 'id'], {
  name: 'candidate_code_invitation_fkey',
})
export class CandidateCodeEntity {
  @UuidKey() id!: CandidateCodeId;
  @Uuid() organizationId!: OrganizationId;
  @Uuid() invitationId!: InvitationId;
  @Moment() createdAt!: Date;
  /** Every attempt to type it in, also the right one. */
  @Whole({ default: 0 }) tries!: number;
  @Moment(nullable) usedAt!: Date | null;
}
