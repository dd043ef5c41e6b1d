import { type Account, type AccountId, AccountRepository, type OwnOrganization } from '@holdout/persistence';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { QueryResolvers, ViewerResolvers } from '../../generated/resolvers';
import type { Ctx, LoaderFactory } from '../../access/context';
import { listMemberships } from '../../access/memberships';
import { Needs } from '../../access/needs';

/** Placeholder for the sender: fields are read from the context, because a mutation may have just changed it. */
export type ViewerRow = Readonly<Record<string, never>>;

export const VIEWER: ViewerRow = {};

/** Accounts by id; null if erased. */
const accountById: LoaderFactory<AccountId, Account | null> = (db) =>
  new DataLoader(async (ids) => {
    const found = new Map((await db.repo(AccountRepository).listByIds(ids)).map((account) => [account.id, account]));
    return ids.map((id) => found.get(id) ?? null);
  });

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
