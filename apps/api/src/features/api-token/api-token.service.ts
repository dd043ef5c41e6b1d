import { isShowable, plainName } from '@holdout/bank';
import {
  type ApiScope,
  type ApiTokenId,
  ApiTokenRepository,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  type ListedApiToken,
  newId,
  type OutboxId,
  OutboxRepository,
  type OwnOrganization,
  parseId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ApiTokens } from '../../access/api-tokens';
import type { AccountSubject } from '../../access/context';
import type { InputIssue } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';

const DAY_MS = 86_400_000;
const MOST_DAYS = 365;
const LONGEST_NAME = 80;
const MOST_TOKENS = 20;

export type TokenRequest = { readonly name: string; readonly scopes: readonly ApiScope[]; readonly days: number };

export type CreateOutcome =
  | { readonly kind: 'created'; readonly token: string }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'tooMany'; readonly limit: number };

type Act = {
  readonly act: 'token.created' | 'token.revoked';
  readonly organizationId: OwnOrganization['id'];
  readonly accountId: AccountSubject['accountId'];
  readonly objectId: ApiTokenId;
  readonly scopes?: readonly ApiScope[];
};

const issue = (field: string, code: InputIssue['code'], limit: number | null = null) => ({ field, code, limit });

function issuesOf({ name, scopes, days }: TokenRequest): InputIssue[] {
  const found: InputIssue[] = [];
  if (name === '') found.push(issue('name', 'MISSING'));
  else if (name.length > LONGEST_NAME) found.push(issue('name', 'TOO_LONG', LONGEST_NAME));
  else if (!isShowable(name)) found.push(issue('name', 'MALFORMED'));
  if (scopes.length === 0) found.push(issue('scopes', 'MISSING'));
  if (days < 1) found.push(issue('days', 'TOO_SMALL', 1));
  if (days > MOST_DAYS) found.push(issue('days', 'TOO_LARGE', MOST_DAYS));
  return found;
}

/** An administrator sees and revokes every token of the organization, other members their own. */
const ownerOf = ({ roles }: OwnOrganization, { accountId }: AccountSubject) =>
  roles.includes('admin') ? null : accountId;

/** API tokens as the members of an organization manage them. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly db: Database,
    private readonly tokens: ApiTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(organization: OwnOrganization, account: AccountSubject): Promise<readonly ListedApiToken[]> {
    return this.db.repo(ApiTokenRepository).list(organization.id, ownerOf(organization, account));
  }

  isExpired({ expiresAt }: ListedApiToken): boolean {
    return expiresAt <= this.clock.now();
  }

  async create(organization: OwnOrganization, account: AccountSubject, given: TokenRequest): Promise<CreateOutcome> {
    const request = { ...given, name: plainName(given.name), scopes: [...new Set(given.scopes)] };
    const issues = issuesOf(request);
    if (issues.length > 0) return { kind: 'invalid', issues };
    const mine = await this.db.repo(ApiTokenRepository).list(organization.id, account.accountId);
    const live = mine.filter((token) => !this.isExpired(token));
    if (live.length >= MOST_TOKENS) return { kind: 'tooMany', limit: MOST_TOKENS };
    return { kind: 'created', token: await this.insert(organization, account, request) };
  }

  async revoke(organization: OwnOrganization, account: AccountSubject, tokenId: string): Promise<void> {
    const id = parseId<ApiTokenId>(tokenId);
    if (id === null) return;
    await this.db.transaction(async (tx) => {
      const owner = ownerOf(organization, account);
      const isRevoked = await tx.repo(ApiTokenRepository).revoke(id, organization.id, owner, this.clock.now());
      if (isRevoked)
        await this.record(tx, {
          act: 'token.revoked',
          organizationId: organization.id,
          accountId: account.accountId,
          objectId: id,
        });
    });
  }

  private async insert(
    { id: organizationId }: OwnOrganization,
    account: AccountSubject,
    { name, scopes, days }: TokenRequest,
  ): Promise<string> {
    const { token, tokenHash } = this.tokens.make();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const id = newId<ApiTokenId>(this.clock);
    const { accountId } = account;
    await this.db.transaction(async (tx) => {
      const stored = { id, organizationId, accountId, name, tokenHash, scopes, createdAt, expiresAt };
      await tx.repo(ApiTokenRepository).insert(stored);
      await this.record(tx, { act: 'token.created', organizationId, accountId, objectId: id, scopes });
    });
    return token;
  }

  private async record(tx: Database, { act, organizationId, accountId, objectId, scopes = [] }: Act): Promise<void> {
    const at = this.clock.now();
    const entry = { organizationId, actorAccountId: accountId, act, objectId, detail: { scopes }, at };
    await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...entry });
    const event = { organizationId, event: act, payload: { tokenId: objectId, accountId }, createdAt: at };
    await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
  }
}
