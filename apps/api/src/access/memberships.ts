import { type AccountId, OrganizationRepository, type OwnOrganization } from '@holdout/persistence';
import DataLoader from 'dataloader';
import { notFound } from '../platform/app-error';
import type { Ctx, LoaderFactory } from './context';

/** Identifies an organization: by its slug, or by the id stored in an object that belongs to it. */
export type OrganizationRef = { readonly slug: string } | { readonly id: string };

/** All organizations of an account with its roles there. Only the sender's are loaded, so there is one key. */
const membershipsOf: LoaderFactory<AccountId, readonly OwnOrganization[]> = (db, ctx) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => db.repo(OrganizationRepository).listOwn(id, ctx.sessionId))));

/** The sender's memberships, loaded once per request; for an API token only the one in its organization. */
export async function listMemberships(ctx: Ctx): Promise<readonly OwnOrganization[]> {
  if (ctx.subject?.kind !== 'account') return [];
  const own = await ctx.loaders.of(membershipsOf).load(ctx.subject.accountId);
  return ctx.grant === null ? own : own.filter(({ id }) => id === ctx.grant?.organizationId);
}

/** The sender's membership in an organization; null if there is none or the organization does not exist. */
export async function findMembership(ctx: Ctx, ref: OrganizationRef): Promise<OwnOrganization | null> {
  const isMeant = (own: OwnOrganization): boolean => ('slug' in ref ? own.slugs.includes(ref.slug) : own.id === ref.id);
  return (await listMemberships(ctx)).find(isMeant) ?? null;
}

/** Throws NOT_FOUND instead of null: for non-members the organization does not exist. */
export async function getMembership(ctx: Ctx, ref: OrganizationRef): Promise<OwnOrganization> {
  const membership = await findMembership(ctx, ref);
  if (membership === null) throw notFound();
  return membership;
}

/** Clears the cache: an earlier mutation of the same request may have changed the memberships. */
export function forgetMemberships(ctx: Ctx): void {
  ctx.loaders.of(membershipsOf).clearAll();
}
