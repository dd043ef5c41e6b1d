import { UseGuards } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../platform/context';
import { Anyone } from '../../platform/guards';
import type { QueryResolvers, ViewerResolvers } from '../../generated/resolvers';
import { accountById } from './account.loader';

/** Stands for whoever asks; the fields are read from the context. */
export type ViewerRow = Record<string, never>;

@Resolver('Viewer')
export class ViewerResolver implements Pick<QueryResolvers, 'viewer'>, Pick<ViewerResolvers, 'account' | 'isGuest'> {
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
}
