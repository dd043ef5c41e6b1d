import { kindOf } from '@holdout/bank';
import { type Database, DrawRepository } from '@holdout/persistence';
import type { RubricCriterion } from '@holdout/scoring';

/** A version whose rubric marks answers. */
export type RubricVersion = { readonly id: string; readonly kind: string; readonly secretPart: unknown };

/** The criteria of a version that people mark. The bank importer validated the shape of the stored part. */
export const criteriaOf = ({ kind, secretPart }: Omit<RubricVersion, 'id'>): readonly RubricCriterion[] =>
  kindOf(kind).rubricOf(secretPart as never);

/** The versions by id; throws if one is gone. */
export async function rubricVersions(
  db: Database,
  versionIds: readonly string[],
): Promise<(id: string) => RubricVersion> {
  const versions = await db.repo(DrawRepository).listVersions([...new Set(versionIds)]);
  const byId = new Map(versions.map((version) => [version.id, version]));
  return (id) => {
    const version = byId.get(id);
    if (version === undefined) throw new Error(`Version ${id} is gone.`);
    return version;
  };
}
