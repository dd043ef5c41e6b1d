import {
  Database,
  type OrganizationDomain,
  OrganizationDomainRepository,
  type OrganizationSignIn,
  type Provider,
} from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  addOrganizationDomainSuccess,
  checkOrganizationDomainSuccess,
  dnsFailedProblem,
  domainNotProvenProblem,
  domainTakenProblem,
  invalidInputProblem,
  issuerRefusedProblem,
  noIdentityProviderProblem,
  removeIdentityProviderSuccess,
  removeOrganizationDomainSuccess,
  saveIdentityProviderSuccess,
  saveSignInRulesSuccess,
} from '../../generated/outcomes';
import type {
  IdentityProviderResolvers,
  MutationAddOrganizationDomainArgs,
  MutationCheckOrganizationDomainArgs,
  MutationRemoveIdentityProviderArgs,
  MutationRemoveOrganizationDomainArgs,
  MutationResolvers,
  MutationSaveIdentityProviderArgs,
  MutationSaveSignInRulesArgs,
  OrganizationDomainResolvers,
  OrganizationSignInResolvers,
  QueryOrganizationSignInArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { recordName, recordText } from './domain-name';
import { Domains, type Editor } from './domains';
import { SignInSettings } from './sign-in-settings';
import { ProviderClient } from './provider-client';

const ISSUE = { field: 'domain', limit: null } as const;

@Resolver()
export class SignInSettingsResolver
  implements
    Pick<QueryResolvers, 'organizationSignIn'>,
    Pick<
      MutationResolvers,
      | 'saveIdentityProvider'
      | 'removeIdentityProvider'
      | 'saveSignInRules'
      | 'addOrganizationDomain'
      | 'checkOrganizationDomain'
      | 'removeOrganizationDomain'
    >
{
  constructor(
    private readonly settings: SignInSettings,
    private readonly domains: Domains,
  ) {}

  @Needs('admin')
  @Query()
  async organizationSignIn(_: unknown, { slug }: QueryOrganizationSignInArgs, ctx: Ctx) {
    return this.settings.find((await this.editor(ctx, slug)).organizationId);
  }

  @Needs('admin')
  @Mutation()
  async saveIdentityProvider(_: unknown, { input }: MutationSaveIdentityProviderArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    const defaultRole = input.defaultRole.toLowerCase() as Lowercase<typeof input.defaultRole>;
    const unknown = { field: 'defaultRole', code: 'UNKNOWN', limit: null } as const;
    if (defaultRole === 'admin') return invalidInputProblem({ issues: [unknown] });
    const { clientSecret = null, ...given } = input;
    const outcome = await this.settings.saveProvider(editor, { ...given, clientSecret, defaultRole });
    switch (outcome.kind) {
      case 'saved':
        return saveIdentityProviderSuccess({ signIn: await this.settings.find(editor.organizationId) });
      case 'invalid':
        return invalidInputProblem({ issues: [...outcome.issues] });
      case 'issuerRefused':
        return issuerRefusedProblem({ reason: outcome.reason });
    }
  }

  @Needs('admin')
  @Mutation()
  async removeIdentityProvider(_: unknown, { input }: MutationRemoveIdentityProviderArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    await this.settings.removeProvider(editor);
    return removeIdentityProviderSuccess({ signIn: await this.settings.find(editor.organizationId) });
  }

  @Needs('admin')
  @Mutation()
  async saveSignInRules(_: unknown, { input }: MutationSaveSignInRulesArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    const { kind } = await this.settings.saveRules(editor, input);
    if (kind === 'noProvider') return noIdentityProviderProblem();
    return saveSignInRulesSuccess({ signIn: await this.settings.find(editor.organizationId) });
  }

  @Needs('admin')
  @Mutation()
  async addOrganizationDomain(_: unknown, { input }: MutationAddOrganizationDomainArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    const { kind } = await this.domains.add(editor, input.domain);
    if (kind === 'malformed') return invalidInputProblem({ issues: [{ ...ISSUE, code: 'MALFORMED' }] });
    if (kind === 'tooMany') return invalidInputProblem({ issues: [{ ...ISSUE, code: 'TOO_LARGE' }] });
    return addOrganizationDomainSuccess({ signIn: await this.settings.find(editor.organizationId) });
  }

  @Needs('admin')
  @Mutation()
  async checkOrganizationDomain(_: unknown, { input }: MutationCheckOrganizationDomainArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    const outcome = await this.domains.check(editor, input.id);
    switch (outcome.kind) {
      case 'proven':
      case 'gone':
        return checkOrganizationDomainSuccess({ signIn: await this.settings.find(editor.organizationId) });
      case 'taken':
        return domainTakenProblem();
      case 'notFound':
        return domainNotProvenProblem({ found: [...outcome.found] });
      case 'failed':
        return dnsFailedProblem();
    }
  }

  @Needs('admin')
  @Mutation()
  async removeOrganizationDomain(_: unknown, { input }: MutationRemoveOrganizationDomainArgs, ctx: Ctx) {
    const editor = await this.editor(ctx, input.slug);
    await this.domains.remove(editor, input.id);
    return removeOrganizationDomainSuccess({ signIn: await this.settings.find(editor.organizationId) });
  }

  private async editor(ctx: Ctx, slug: string): Promise<Editor> {
    return { organizationId: (await getMembership(ctx, { slug })).id, accountId: accountOf(ctx).accountId };
  }
}

@Resolver('OrganizationSignIn')
export class OrganizationSignInResolver implements Pick<OrganizationSignInResolvers, 'redirectUri' | 'domains'> {
  constructor(
    private readonly db: Database,
    private readonly client: ProviderClient,
  ) {}

  @ResolveField()
  redirectUri() {
    return this.client.redirectUri;
  }

  @ResolveField()
  domains({ organizationId }: OrganizationSignIn) {
    return this.db.repo(OrganizationDomainRepository).listOf(organizationId);
  }
}

@Resolver('IdentityProvider')
export class IdentityProviderResolver implements Pick<IdentityProviderResolvers, 'defaultRole'> {
  @ResolveField()
  defaultRole({ defaultRole }: Provider) {
    return defaultRole.toUpperCase() as Uppercase<typeof defaultRole>;
  }
}

@Resolver('OrganizationDomain')
export class OrganizationDomainResolver implements Pick<OrganizationDomainResolvers, 'recordName' | 'recordText'> {
  @ResolveField()
  recordName({ domain }: OrganizationDomain) {
    return recordName(domain);
  }

  @ResolveField()
  recordText({ token }: OrganizationDomain) {
    return recordText(token);
  }
}
