import {
  type AccountId,
  type ApiScope,
  type ApiTokenId,
  ApiTokenRepository,
  type Clock,
  Database,
  type OrganizationId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { hashOfToken, newToken } from '../platform/access/link-token';
import { RateLimits } from '../platform/access/rate-limits';
import { AppError } from '../platform/app-error';
import { CLOCK } from '../platform/app-options';

/** A prefix by which scanners of source code recognize a token. */
const PREFIX = 'holdout_';
const FORM = new RegExp(`^${PREFIX}[\\w-]{43}$`);
const REQUESTS = { limit: 600, windowSeconds: 60 } as const;

/** What a token grants, to whom: the request acts as this member, in this organization, within these scopes. */
export type Grant = {
  readonly tokenId: ApiTokenId;
  readonly accountId: AccountId;
  readonly organizationId: OrganizationId;
  readonly scopes: readonly ApiScope[];
};

/** The tokens of `Authorization: Bearer`. The database stores only their hashes. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new token, which is shown once, and the hash to store. */
  make(): { readonly token: string; readonly tokenHash: Buffer } {
    const token = `${PREFIX}${newToken()}`;
    return { token, tokenHash: hashOfToken(token) };
  }

  /** Counts a request with this token. Throws UNAUTHENTICATED if it cannot be used, RATE_LIMITED if it is used too often. */
  async admit(bearer: string): Promise<void> {
    const { tokenId } = await this.get(bearer);
    await this.limits.take(`token:${tokenId}`, REQUESTS);
  }

  /** What the token grants now. Throws UNAUTHENTICATED for one that is unknown, expired, revoked or of a former member. */
  async get(bearer: string): Promise<Grant> {
    const now = this.clock.now();
    const tokens = this.db.repo(ApiTokenRepository);
    const found = FORM.test(bearer) ? await tokens.findLive(hashOfToken(bearer), now) : null;
    if (found === null) throw new AppError('UNAUTHENTICATED', 'The token is unknown, expired or revoked.');
    const { id: tokenId, accountId, organizationId, scopes, isFresh } = found;
    if (!isFresh) await tokens.markUsed(tokenId, now);
    return { tokenId, accountId, organizationId, scopes };
  }
}
