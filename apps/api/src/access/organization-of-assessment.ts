import { AssessmentRepository, AssessmentVersionRepository, parseId } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from './context';
import type { OrganizationRef } from './memberships';

type Owners = LoaderFactory<string, OrganizationRef | null>;

const ownerOfAssessment: Owners = (db) =>
  new DataLoader((ids) => owners(ids, (known) => db.repo(AssessmentRepository).listOrganizations(known)));

const ownerOfVersion: Owners = (db) =>
  new DataLoader((ids) => owners(ids, (known) => db.repo(AssessmentVersionRepository).listOrganizations(known)));

type Owned = { readonly id: string; readonly organizationId: string };

async function owners(
  ids: readonly string[],
  list: (ids: readonly string[]) => Promise<readonly Owned[]>,
): Promise<(OrganizationRef | null)[]> {
  const byId = new Map((await list(ids)).map(({ id, organizationId }) => [id, organizationId]));
  return ids.map((id) => {
    const organization = byId.get(id);
    return organization === undefined ? null : { id: organization };
  });
}

/** The organization that owns an assessment; null if there is no such assessment. */
export async function organizationOfAssessment(id: string, ctx: Ctx): Promise<OrganizationRef | null> {
  const known = parseId(id);
  return known === null ? null : ctx.loaders.of(ownerOfAssessment).load(known);
}

/** The organization that owns a published version; null if there is no such version. */
export async function organizationOfVersion(id: string, ctx: Ctx): Promise<OrganizationRef | null> {
  const known = parseId(id);
  return known === null ? null : ctx.loaders.of(ownerOfVersion).load(known);
}
