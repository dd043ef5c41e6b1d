import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './account.entity';
import { AssessmentVersionEntity } from '../attempts/assessment.entity';
import { Bytes, Moment, nullable, Text, Texts, Uuid, UuidKey } from '../schema/columns';
import type { AccountId, AssessmentVersionId, CandidateId, InvitationId, MemberId, OrganizationId } from '../ids';
import { OrganizationEntity } from './organization-itself.entity';

export const MEMBER_ROLES = ['author', 'manager', 'reviewer', 'recruiter', 'admin'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

@Entity('member')
@Unique('member_key', ['organizationId', 'accountId', 'role'])
@Check('member_role_check', "role in ('author', 'manager', 'reviewer', 'recruiter', 'admin')")
@Index('member_account_id_idx', ['accountId'])
export class MemberEntity {
  @UuidKey() id!: MemberId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  @Text() role!: MemberRole;
  @Moment() createdAt!: Date;
}

@Entity('candidate')
@Unique('candidate_organization_key', ['organizationId', 'id'])
export class CandidateEntity {
  @UuidKey() id!: CandidateId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  @Moment() createdAt!: Date;
  @Moment(nullable) erasedAt!: Date | null;
}

@Entity('candidate_profile')
@Unique('candidate_profile_email_key', ['organizationId', 'email'])
@Check('candidate_profile_email_check', 'email = lower(email)')
@ForeignKey(() => CandidateEntity, ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'candidate_profile_candidate_fkey',
})
export class CandidateProfileEntity {
  @PrimaryColumn({ type: 'uuid' }) candidateId!: CandidateId;
  @Uuid() organizationId!: OrganizationId;
  @Text() email!: string;
  @Text() name!: string;
}

@Entity('invitation')
@Unique('invitation_token_hash_key', ['tokenHash'])
@Check('invitation_purpose_check', "purpose in ('member', 'assessment')")
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
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() purpose!: 'member' | 'assessment';
  @Bytes() tokenHash!: Buffer;
  @Text() email!: string;
  @Texts({ default: '{}' }) roles!: MemberRole[];
  @Uuid(nullable) candidateId!: CandidateId | null;
  @Uuid(nullable) assessmentVersionId!: AssessmentVersionId | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) usedAt!: Date | null;
  @Moment(nullable) withdrawnAt!: Date | null;
}
