import { createHash } from 'node:crypto';
import { kindOf, type QuestionBundle, rngOf } from '@holdout/bank';
import type { Clock, Database, ItemToInsert, VersionToDraw } from '@holdout/persistence';
import { DrawRepository, newId } from '@holdout/persistence';

/** An item's own dice: the same attempt seed and version give the same draw for ever. */
export function itemSeed(attemptSeed: string, contentHash: string): string {
  return createHash('sha256').update(`${attemptSeed}\n${contentHash}`).digest('hex');
}

/** Draws one item; null when the version has no variants to draw from yet. */
export async function drawItem(
  db: Database,
  clock: Clock,
  version: VersionToDraw,
  attemptSeed: string,
): Promise<ItemToInsert | null> {
  const rng = rngOf(itemSeed(attemptSeed, version.contentHash));
  const kind = kindOf(version.kind);
  const bundle = { candidate: version.candidatePart, secret: version.secretPart } as QuestionBundle;
  const item = { id: newId(clock), versionId: version.id, variantId: null, draw: kind.draw(bundle, rng) };
  if (!kind.hasVariants) return item;
  if (version.variantCount === 0) return null;
  const ordinal = rng.int(0, version.variantCount - 1);
  return { ...item, variantId: await db.repo(DrawRepository).variantIdAt(version.id, ordinal) };
}
