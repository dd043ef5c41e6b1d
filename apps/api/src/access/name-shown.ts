import { type OrganizationId, PrivacyRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { Ctx, LoaderFactory } from './context';

/** Whether an organization hides names until it has decided. */
const hidesNames: LoaderFactory<OrganizationId, boolean> = (db) =>
  new DataLoader(async (ids) => {
    const hiding = new Set(await db.repo(PrivacyRepository).listHiding(ids));
    return ids.map((id) => hiding.has(id));
  });

type Named = {
  readonly organizationId: OrganizationId;
  readonly name: string | null;
  /** Whether the organization has decided about this attempt. */
  readonly isDecided: boolean;
};

/**
 * The name of a candidate where members judge what the person did: null while the organization hides names and has not
 * decided. Who invites people and helps them during attempts needs names, and sees them.
 */
export async function nameShown(
  { loaders }: Pick<Ctx, 'loaders'>,
  { organizationId, name, isDecided }: Named,
): Promise<string | null> {
  if (isDecided || name === null) return name;
  return (await loaders.of(hidesNames).load(organizationId)) ? null : name;
}
