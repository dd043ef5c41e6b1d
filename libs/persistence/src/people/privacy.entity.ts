import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../ids';
import { Flag, nullable, Whole } from '../schema/columns';
import { OrganizationEntity } from './organization.entity';

/** Months after which a kind of data is deleted; null keeps it. An organization without a row keeps everything. */
@Entity('organization_privacy')
@Check(
  'organization_privacy_months',
  `coalesce(recordings_months, 1) between 1 and 240 and coalesce(answers_months, 1) between 1 and 240
          and coalesce(people_months, 1) between 1 and 240`,
)
export class OrganizationPrivacyEntity {
  @ForeignKey(() => OrganizationEntity)
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: OrganizationId;
  @Whole(nullable) recordingsMonths!: number | null;
  @Whole(nullable) answersMonths!: number | null;
  @Whole(nullable) peopleMonths!: number | null;
  /** Whether names are hidden on reports until there is a decision. */
  @Flag({ default: false }) hidesNames!: boolean;
}
