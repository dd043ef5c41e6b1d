import { type OwnOrganization } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueryResolvers, ViewerResolvers } from '../../generated/resolvers';
import type { Ctx } from '../../access/context';
import { listMemberships } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { accountById } from './account.loader';

/** Stands for the sender: its fields are read from the context, which a mutation may just have changed. */
export type ViewerRow = Readonly<Record<string, never>>;

export const VIEWER: ViewerRow = {};

@Resolver('Viewer')
export class ViewerResolver
  implements Pick<QueryResolvers, 'viewer'>, Pick<ViewerResolvers, 'account' | 'isGuest' | 'memberships'>
{
  @Needs('anyone')
  @Query()
  viewer(): ViewerRow {
    return VIEWER;
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
  memberships(_viewer: ViewerRow, _args: unknown, ctx: Ctx): Promise<readonly OwnOrganization[]> {
    return listMemberships(ctx);
  }
}
