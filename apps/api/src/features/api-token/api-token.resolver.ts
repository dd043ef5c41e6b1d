import type { ApiScope, ListedApiToken } from '@holdout/persistence';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import {
  createApiTokenSuccess,
  invalidInputProblem,
  revokeApiTokenSuccess,
  tooManyTokensProblem,
} from '../../generated/outcomes';
import type {
  ApiTokenResolvers,
  MutationCreateApiTokenArgs,
  MutationResolvers,
  MutationRevokeApiTokenArgs,
  QueryApiTokensArgs,
  QueryResolvers,
} from '../../generated/resolvers';
import { ApiTokenService } from './api-token.service';

@Resolver('ApiToken')
export class ApiTokenResolver
  implements
    Pick<QueryResolvers, 'apiTokens'>,
    Pick<MutationResolvers, 'createApiToken' | 'revokeApiToken'>,
    Pick<ApiTokenResolvers, 'isExpired' | 'isMine' | 'scopes'>
{
  constructor(private readonly tokens: ApiTokenService) {}

  @Needs('admin', 'manager', 'author')
  @Query()
  async apiTokens(_: unknown, { slug }: QueryApiTokensArgs, ctx: Ctx) {
    return this.tokens.list(await getMembership(ctx, { slug }), accountOf(ctx));
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async createApiToken(_: unknown, { input }: MutationCreateApiTokenArgs, ctx: Ctx) {
    const organization = await getMembership(ctx, input);
    const { name, days = 90 } = input;
    const scopes = input.scopes.map((scope) => scope.toLowerCase() as ApiScope);
    const outcome = await this.tokens.create(organization, accountOf(ctx), { name, days, scopes });
    switch (outcome.kind) {
      case 'invalid':
        return invalidInputProblem(outcome);
      case 'tooMany':
        return tooManyTokensProblem(outcome);
      case 'created':
        return createApiTokenSuccess({
          token: outcome.token,
          apiTokens: await this.tokens.list(organization, accountOf(ctx)),
        });
    }
  }

  @Needs('admin', 'manager', 'author')
  @Mutation()
  async revokeApiToken(_: unknown, { input }: MutationRevokeApiTokenArgs, ctx: Ctx) {
    const organization = await getMembership(ctx, input);
    await this.tokens.revoke(organization, accountOf(ctx), input.id);
    return revokeApiTokenSuccess({ apiTokens: await this.tokens.list(organization, accountOf(ctx)) });
  }

  @ResolveField()
  isExpired(token: ListedApiToken): boolean {
    return this.tokens.isExpired(token);
  }

  @ResolveField()
  isMine({ accountId }: ListedApiToken, _args: unknown, ctx: Ctx): boolean {
    return accountId === ctx.subject?.accountId;
  }

  @ResolveField()
  scopes({ scopes }: ListedApiToken) {
    return scopes.map((scope) => scope.toUpperCase() as Uppercase<ApiScope>);
  }
}
