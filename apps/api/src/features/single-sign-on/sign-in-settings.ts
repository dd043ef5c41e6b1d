import type { AuditAct } from '@holdout/assessment';
import {
  type AuditDetail,
  type AuditId,
  AuditRepository,
  type Clock,
  Database,
  type JoiningRole,
  newId,
  type OrganizationId,
  type OrganizationSignIn,
  OrganizationSignInRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { InputIssue, IssuerFault } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import type { Editor } from './domains';
import { ProviderClient, ProviderError } from './provider-client';
import { Providers } from './providers';

const LONGEST = { issuer: 500, clientId: 500, clientSecret: 1000 } as const;

export type ProviderInput = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null keeps the present one, which is possible while the issuer stays. */
  readonly clientSecret: string | null;
  readonly defaultRole: JoiningRole;
};
export type Rules = Pick<OrganizationSignIn, 'requiresSingleSignOn' | 'requiresSecondFactor'>;
export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'issuerRefused'; readonly reason: IssuerFault };
export type RulesOutcome = { readonly kind: 'saved' } | { readonly kind: 'noProvider' };

const missing = (field: string): InputIssue => ({ field, code: 'MISSING', limit: null });
const tooLong = (field: string, limit: number): InputIssue => ({ field, code: 'TOO_LONG', limit });

function issueOf(field: keyof typeof LONGEST, text: string): readonly InputIssue[] {
  if (text === '') return [missing(field)];
  return text.length > LONGEST[field] ? [tooLong(field, LONGEST[field])] : [];
}

function issuerIssues(issuer: string): readonly InputIssue[] {
  const url = URL.parse(issuer);
  const isAddress =
    url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  const issues = issueOf('issuer', issuer);
  return issues.length > 0 || isAddress ? issues : [{ field: 'issuer', code: 'MALFORMED', limit: null }];
}

/** A secret may be left out if there is one already. */
function issuesOf({ issuer, clientId, clientSecret }: ProviderInput, hasSecret: boolean): readonly InputIssue[] {
  const keepsSecret = clientSecret === null && hasSecret;
  return [
    ...issuerIssues(issuer.trim()),
    ...issueOf('clientId', clientId.trim()),
    ...(keepsSecret ? [] : issueOf('clientSecret', clientSecret ?? '')),
  ];
}

/** How an organization's members sign in: its provider, and what it requires. */
@Injectable()
export class SignInSettings {
  constructor(
    private readonly db: Database,
    private readonly client: ProviderClient,
    private readonly providers: Providers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  find(organizationId: OrganizationId): Promise<OrganizationSignIn> {
    return this.db.repo(OrganizationSignInRepository).find(organizationId);
  }

  /** Stores the provider if one answers at the issuer's address. */
  async saveProvider(editor: Editor, input: ProviderInput): Promise<SaveOutcome> {
    const { provider: before } = await this.find(editor.organizationId);
    const issues = issuesOf(input, before !== null);
    if (issues.length > 0) return { kind: 'invalid', issues };
    const issuer = await this.issuerAt(input.issuer.trim());
    if (typeof issuer === 'object') return { kind: 'issuerRefused', ...issuer };
    const clientSecret = this.secretFor(editor.organizationId, issuer, input.clientSecret, before);
    // The secret of one provider is never sent to another.
    if (clientSecret === null) return { kind: 'invalid', issues: [missing('clientSecret')] };
    const provider = { issuer, clientId: input.clientId.trim(), clientSecret, defaultRole: input.defaultRole };
    await this.change(editor, 'single-sign-on.changed', (now) => ({ ...now, provider }), { issuer });
    return { kind: 'saved' };
  }

  private secretFor(
    organizationId: OrganizationId,
    issuer: string,
    typed: string | null,
    before: OrganizationSignIn['provider'],
  ): Buffer | null {
    if (typed !== null) return this.providers.sealSecret(organizationId, issuer, typed);
    return before?.issuer === issuer ? before.clientSecret : null;
  }

  /** Members then sign in as before; the requirement ends with it. */
  async removeProvider(editor: Editor): Promise<void> {
    const without = (now: OrganizationSignIn) => ({ ...now, provider: null, requiresSingleSignOn: false });
    await this.change(editor, 'single-sign-on.removed', without, {});
  }

  async saveRules(editor: Editor, rules: Rules): Promise<RulesOutcome> {
    const { provider } = await this.find(editor.organizationId);
    if (rules.requiresSingleSignOn && provider === null) return { kind: 'noProvider' };
    const { requiresSingleSignOn, requiresSecondFactor } = rules;
    const detail = { requiresSingleSignOn, requiresSecondFactor };
    await this.change(editor, 'sign-in-rules.changed', (now) => ({ ...now, ...detail }), detail);
    return { kind: 'saved' };
  }

  private async issuerAt(address: string): Promise<string | { readonly reason: IssuerFault }> {
    try {
      return await this.client.issuerAt(address);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { fault } = error;
      return { reason: fault === 'PRIVATE_ADDRESS' || fault === 'UNREACHABLE' ? fault : 'NOT_OPENID' };
    }
  }

  private change(
    { organizationId, accountId }: Editor,
    act: AuditAct,
    next: (now: OrganizationSignIn) => OrganizationSignIn,
    detail: AuditDetail,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const settings = tx.repo(OrganizationSignInRepository);
      await settings.lock(organizationId);
      await settings.save(next(await settings.find(organizationId)));
      const entry = { organizationId, actorAccountId: accountId, act, objectId: organizationId, detail };
      await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...entry, at: this.clock.now() });
    });
  }
}
