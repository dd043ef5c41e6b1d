import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { AccountEntity } from './account.entity';
import { isOneOf, Moment, nullable, Real, Text, TextKey, Uuid, UuidKey, Whole } from '../schema/columns';
import type { AccountId, CandidateId, MemberId, OrganizationId } from '../ids';

export const MEMBER_ROLES = ['author', 'manager', 'reviewer', 'recruiter', 'admin'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

@Entity('organization')
@Unique('organization_slug_key', ['slug'])
@Check('organization_contact_email_check', 'contact_email = lower(contact_email)')
@Check('organization_slug_check', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'")
export class OrganizationEntity {
  @UuidKey() id!: OrganizationId;
  @Text() slug!: string;
  @Text() name!: string;
  @Moment() createdAt!: Date;
  /** Where candidates may write to. */
  @Text(nullable) contactEmail!: string | null;
  @Text({ default: 'UTC' }) timeZone!: string;
  @Text({ default: 'en-GB' }) dateLocale!: string;
}

/** Every slug that an organization has or had. A trigger on \`organization\` adds them. */
@Entity('organization_slug')
export class OrganizationSlugEntity {
  @TextKey() slug!: string;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
}

@Entity('member')
@Unique('member_key', ['organizationId', 'accountId', 'role'])
@Check('member_role_check', isOneOf('role', MEMBER_ROLES))
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
@Index('candidate_merged_idx', ['organizationId', 'mergedInto'], { where: '(merged_into IS NOT NULL)' })
@Unique('candidate_organization_key', ['organizationId', 'id'])
@Check('candidate_extra_time_check', 'extra_time >= 0 and extra_time <= 4')
@Check('candidate_break_seconds_check', 'break_seconds >= 0')
@ForeignKey(() => CandidateEntity, ['organizationId', 'mergedInto'], ['organizationId', 'id'], {
  name: 'candidate_merged_fkey',
})
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
  /** Accommodation for every assessment: a share of the time limit, 0.25 is a quarter more. */
  @Real({ default: 0 }) extraTime!: number;
  /** Accommodation: breaks, in seconds in total for one attempt. */
  @Whole({ default: 0 }) breakSeconds!: number;
  /** The record that a person said is the same candidate; this one is then no longer used. */
  @Uuid(nullable) mergedInto!: CandidateId | null;
}
