import { type AccountId, OrganizationRepository, type OwnOrganization } from '@holdout/persistence';
import DataLoader from 'dataloader';
import { notFound } from '../platform/app-error';
import type { Ctx, LoaderFactory } from './context';

/** How a request names an organization: directly, or by the id that an object of it carries. */
export type OrganizationRef = { readonly slug: string } | { readonly id: string };

/** Every organization of an account with its roles there. Only the sender's own are asked for, so there is one key. */
const membershipsOf: LoaderFactory<AccountId, readonly OwnOrganization[]> = (db) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => db.repo(OrganizationRepository).listOwn(id))));

/** The sender's memberships, read once in a request. */
export async function listMemberships(ctx: Ctx): Promise<readonly OwnOrganization[]> {
  return ctx.subject?.kind === 'account' ? ctx.loaders.of(membershipsOf).load(ctx.subject.accountId) : [];
}

/** The sender's membership in an organization; null where there is none, or no such organization. */
export async function findMembership(ctx: Ctx, ref: OrganizationRef): Promise<OwnOrganization | null> {
  const isMeant = (own: OwnOrganization): boolean => ('slug' in ref ? own.slug === ref.slug : own.id === ref.id);
  return (await listMemberships(ctx)).find(isMeant) ?? null;
}

/** The same where one is needed: to everyone else the organization does not exist. */
export async function getMembership(ctx: Ctx, ref: OrganizationRef): Promise<OwnOrganization> {
  const membership = await findMembership(ctx, ref);
  if (membership === null) throw notFound();
  return membership;
}

/** Makes the next look read the tables again: the mutation before, in one request, may have changed them. */
export function forgetMemberships(ctx: Ctx): void {
  ctx.loaders.of(membershipsOf).clearAll();
}
