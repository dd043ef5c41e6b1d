import { type OwnOrganization } from '@holdout/persistence';
import { UseGuards } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryResolvers, ViewerResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { Anyone } from '../../platform/access/guards';
import { accountById, organizationsOf } from './account.loader';
import type { ViewerRow } from './identity.outcomes';

@Resolver('Viewer')
export class ViewerResolver
  implements Pick<QueryResolvers, 'viewer'>, Pick<ViewerResolvers, 'account' | 'isGuest' | 'memberships'>
{
  @UseGuards(Anyone)
  @Query()
  viewer(): ViewerRow {
    return {};
  }

  @ResolveField()
  account(_viewer: ViewerRow, _args: unknown, ctx: Ctx) {
    return ctx.subject?.accountId ? ctx.loaders.of(accountById).load(ctx.subject.accountId) : null;
  }

  @ResolveField()
  isGuest(_viewer: ViewerRow, _args: unknown, ctx: Ctx): boolean {
    return ctx.subject?.kind === 'guest';
  }

  @ResolveField()
  async memberships(_viewer: ViewerRow, _args: unknown, ctx: Ctx): Promise<readonly OwnOrganization[]> {
    return ctx.subject?.accountId ? ctx.loaders.of(organizationsOf).load(ctx.subject.accountId) : [];
  }
}
