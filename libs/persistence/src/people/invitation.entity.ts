import { Check, Entity, ForeignKey, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import { AssessmentVersionEntity } from '../attempts/assessment.entity';
import { Bytes, isOneOf, Moment, nullable, Text, Texts, Uuid, UuidKey } from '../schema/columns';
import type { AssessmentVersionId, CandidateId, InvitationId, OrganizationId } from '../ids';
import { CandidateEntity, type MemberRole, OrganizationEntity } from './organization.entity';

const INVITATION_PURPOSES = ['member', 'assessment'] as const;

@Entity('invitation')
@Unique('invitation_token_hash_key', ['tokenHash'])
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
  @Uuid(nullable) assessmentVersionId!: AssessmentVersionId | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) usedAt!: Date | null;
  @Moment(nullable) withdrawnAt!: Date | null;
}
