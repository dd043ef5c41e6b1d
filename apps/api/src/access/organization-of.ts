import { TakingRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import { idOrNotFound } from '../features/attempt/ids';
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

/** The organization of an invitation to an assessment. */
export const ofInvitation = ({ invitationId }: { readonly invitationId: string }, ctx: Ctx) =>
  ctx.loaders.of(organizationOfInvitation).load(idOrNotFound(invitationId));
