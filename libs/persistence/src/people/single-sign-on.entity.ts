import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AccountId, AccountIdentityId, OrganizationDomainId, OrganizationId } from '../ids';
import { Bytes, Flag, isOneOf, Moment, nullable, Text, Uuid, UuidKey } from '../schema/columns';
import { AccountEntity } from './account.entity';
import { OrganizationEntity } from './organization.entity';

/** The roles that a person may get by the domain of their address: an administrator is always made by a person. */
export const JOINING_ROLES = ['author', 'manager', 'reviewer', 'recruiter'] as const;
export type JoiningRole = (typeof JOINING_ROLES)[number];

@Entity('organization_sign_in')
@Check('organization_sign_in_default_role_check', isOneOf('default_role', JOINING_ROLES))
@Check('organization_sign_in_provider', 'num_nulls(issuer, client_id, client_secret, default_role) in (0, 4)')
@Check('organization_sign_in_required', 'issuer is not null or not requires_single_sign_on')
export class OrganizationSignInEntity {
  @ForeignKey(() => OrganizationEntity)
  @PrimaryColumn({ type: 'uuid' })
  organizationId!: OrganizationId;
  @Text(nullable) issuer!: string | null;
  @Text(nullable) clientId!: string | null;
  /** Encrypted by the api. */
  @Bytes(nullable) clientSecret!: Buffer | null;
  @Text(nullable) defaultRole!: JoiningRole | null;
  @Flag({ default: false }) requiresSingleSignOn!: boolean;
  @Flag({ default: false }) requiresSecondFactor!: boolean;
}

@Entity('organization_domain')
@Check('organization_domain_domain_check', 'domain = lower(domain)')
@Unique('organization_domain_key', ['organizationId', 'domain'])
@Index('organization_domain_proven_key', ['domain'], { unique: true, where: 'proven_at is not null' })
export class OrganizationDomainEntity {
  @UuidKey() id!: OrganizationDomainId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() domain!: string;
  /** Part of the DNS record that proves the domain. */
  @Text() token!: string;
  @Moment() createdAt!: Date;
  @Moment(nullable) checkedAt!: Date | null;
  @Moment(nullable) provenAt!: Date | null;
  /** When the record of a proven domain was first not found; null while it is there. */
  @Moment(nullable) missingSince!: Date | null;
}

@Entity('account_identity')
@Unique('account_identity_key', ['issuer', 'subject'])
@Index('account_identity_account_id_idx', ['accountId'])
export class AccountIdentityEntity {
  @UuidKey() id!: AccountIdentityId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  /** The organization whose provider this was when the identity was linked. */
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() issuer!: string;
  @Text() subject!: string;
  @Moment() createdAt!: Date;
  @Moment() lastUsedAt!: Date;
}
