import { type EntityManager, IsNull } from 'typeorm';
import { z } from 'zod';
import type { AccountId, ApiTokenId, OrganizationId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { API_SCOPES, ApiTokenEntity, type ApiScope } from './api-token.entity';

export type NewApiToken = {
  readonly id: ApiTokenId;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

const scopes = z.array(z.enum(API_SCOPES)).readonly();

/** A token that may be used now. */
export type LiveApiToken = z.infer<typeof LiveApiToken>;
const LiveApiToken = row({
  id: id<ApiTokenId>(),
  organizationId: id<OrganizationId>(),
  accountId: id<AccountId>(),
  scopes,
  isFresh: z.boolean(),
});

/** A token as the members of its organization see it. */
export type ListedApiToken = z.infer<typeof ListedApiToken>;
const ListedApiToken = row({
  id: id<ApiTokenId>(),
  name: z.string(),
  scopes,
  accountId: id<AccountId>(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
});

const FIND_LIVE = `
select t.id, t.organization_id as "organizationId", t.account_id as "accountId", t.scopes,
  coalesce(t.last_used_at > $2::timestamptz - interval '1 minute', false) as "isFresh"
from api_token t
where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2
  and exists (select from member m where m.organization_id = t.organization_id and m.account_id = t.account_id)`;

const LIST = `
select t.id, t.name, t.scopes, t.account_id as "accountId", p.display_name as "createdBy", t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"
from api_token t left join account_profile p on p.account_id = t.account_id
where t.organization_id = $1 and ($2::uuid is null or t.account_id = $2) and t.revoked_at is null
order by t.created_at desc, t.id`;

/** Tokens of scripts. Each belongs to one member of one organization, and ends with the membership. */
export class ApiTokenRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(token: NewApiToken): Promise<void> {
    await this.manager.insert(ApiTokenEntity, { ...token, scopes: [...token.scopes] });
  }

  /** The token with this hash; null if it has expired, was revoked, or its owner is no longer a member. */
  findLive(tokenHash: Buffer, now: Date): Promise<LiveApiToken | null> {
    return findRow(this.manager, LiveApiToken, FIND_LIVE, [tokenHash, now]);
  }

  async markUsed(id: ApiTokenId, now: Date): Promise<void> {
    await this.manager.update(ApiTokenEntity, { id }, { lastUsedAt: now });
  }

  /** Tokens that are not revoked, newest first: those of one member, or of all if `accountId` is null. */
  list(organizationId: OrganizationId, accountId: AccountId | null): Promise<ListedApiToken[]> {
    return listRows(this.manager, ListedApiToken, LIST, [organizationId, accountId]);
  }

  /** Revokes a token of the organization: one of this member's, or any if `accountId` is null. False if there is none. */
  async revoke(
    id: ApiTokenId,
    organizationId: OrganizationId,
    accountId: AccountId | null,
    now: Date,
  ): Promise<boolean> {
    const owner = accountId === null ? {} : { accountId };
    const where = { id, organizationId, revokedAt: IsNull(), ...owner };
    const { affected } = await this.manager.update(ApiTokenEntity, where, { revokedAt: now });
    return affected === 1;
  }
}
