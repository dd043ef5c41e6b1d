import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { Json, Moment, Text, Uuid, UuidKey, Whole } from '../schema/columns';
import type { AssessmentId, AssessmentVersionId, OrganizationId } from '../ids';
import { OrganizationEntity } from '../people/organization.entity';

@Entity('assessment')
@Unique('assessment_organization_key', ['organizationId', 'id'])
export class AssessmentEntity {
  @UuidKey() id!: AssessmentId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() title!: string;
  @Moment() createdAt!: Date;
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
  @Json() content!: unknown;
  @Text() contentHash!: string;
  @Moment() publishedAt!: Date;
}
