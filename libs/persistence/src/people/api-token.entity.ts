import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, ApiTokenId, OrganizationId } from '../ids';
import { Bytes, Moment, nullable, Text, Texts, Uuid, UuidKey } from '../schema/columns';
import { AccountEntity } from './account.entity';
import { OrganizationEntity } from './organization.entity';

/** What a token may do; the access table maps its rows to these. */
export const API_SCOPES = ['read', 'invite', 'build', 'publish', 'manage'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

@Entity('api_token')
@Unique('api_token_token_hash_key', ['tokenHash'])
@Check(
  'api_token_scopes_check',
  `cardinality(scopes) > 0 and scopes <@ array[${API_SCOPES.map((scope) => `'${scope}'`).join(', ')}]`,
)
@Index('api_token_organization_id_idx', ['organizationId'])
@Index('api_token_account_id_idx', ['accountId'])
export class ApiTokenEntity {
  @UuidKey() id!: ApiTokenId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @ForeignKey(() => AccountEntity)
  @Uuid()
  accountId!: AccountId;
  @Text() name!: string;
  @Bytes() tokenHash!: Buffer;
  @Texts() scopes!: ApiScope[];
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) lastUsedAt!: Date | null;
  @Moment(nullable) revokedAt!: Date | null;
}
