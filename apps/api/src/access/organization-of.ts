import { ReportRepository, ReviewQueueRepository, TakingRepository, parseId } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from './context';
import type { OrganizationRef } from './memberships';

const organizationOfInvitation: LoaderFactory<string, OrganizationRef | null> = (db) =>
  new DataLoader((ids) =>
    Promise.all(
      ids.map(async (id) => {
        const organizationId = await db.repo(TakingRepository).findOrganization(id);
        return organizationId === null ? null : { id: organizationId };
      }),
    ),
  );

/** The organization of an invitation to an assessment; null if there is no such invitation. */
export async function ofInvitation(
  { invitationId }: { readonly invitationId: string },
  ctx: Ctx,
): Promise<OrganizationRef | null> {
  const known = parseId(invitationId);
  return known === null ? null : ctx.loaders.of(organizationOfInvitation).load(known);
}

const organizationOfQueue: LoaderFactory<string, OrganizationRef | null> = (db) =>
  new DataLoader((ids) =>
    Promise.all(
      ids.map(async (id) => {
        const organizationId = await db.repo(ReviewQueueRepository).findOrganization(id);
        return organizationId === null ? null : { id: organizationId };
      }),
    ),
  );

/** The organization of a queue of answers to mark; null if there is no such queue. */
export async function ofQueue({ queueId }: { readonly queueId: string }, ctx: Ctx): Promise<OrganizationRef | null> {
  const known = parseId(queueId);
  return known === null ? null : ctx.loaders.of(organizationOfQueue).load(known);
}

/** The same for a mutation whose input names the queue. */
export const ofQueueOfInput = ({ input }: { readonly input: { readonly queueId: string } }, ctx: Ctx) =>
  ofQueue(input, ctx);

const organizationOfReported: LoaderFactory<string, OrganizationRef | null> = (db) =>
  new DataLoader(async (ids) => {
    const rows = await db.repo(ReportRepository).listOrganizations(ids);
    const byId = new Map(rows.map(({ id, organizationId }) => [id, { id: organizationId }]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The organization of a candidate's attempt; null if there is no such attempt. */
export async function organizationOfAttempt(id: string, ctx: Ctx): Promise<OrganizationRef | null> {
  const known = parseId(id);
  return known === null ? null : ctx.loaders.of(organizationOfReported).load(known);
}
