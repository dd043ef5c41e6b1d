import { createHash } from 'node:crypto';
import { kindOf, QUESTION_KINDS, type QuestionBundle, rngOf } from '@holdout/bank';
import type { Clock, Database, ItemToInsert, VersionToDraw } from '@holdout/persistence';
import { DrawRepository, newId } from '@holdout/persistence';

/** Kinds graded on cases. An item of such a kind is drawn only after its cases have been generated. */
export const PROGRAM_KINDS = QUESTION_KINDS.filter((name) => kindOf(name).scoredBy === 'submission');

/** Seed of one item, derived from the attempt seed and the version hash, so that the draw is reproducible. */
export function itemSeed(attemptSeed: string, contentHash: string): string {
  return createHash('sha256').update(`${attemptSeed}\n${contentHash}`).digest('hex');
}

/** The index of the variant that an attempt draws of a version, starting at 0. */
export function ordinalOf(attemptSeed: string, contentHash: string, variantCount: number): number {
  return rngOf(itemSeed(attemptSeed, contentHash)).int(0, variantCount - 1);
}

/** Draws one item per version, in the given order; null for a version whose variants are not generated yet. */
export async function drawItems(
  db: Database,
  clock: Clock,
  versions: readonly VersionToDraw[],
  attemptSeed: string,
): Promise<readonly (ItemToInsert | null)[]> {
  const drawn = versions.map((version) => ({ version, ...drawnOf(version, attemptSeed) }));
  const places = drawn.flatMap(({ version, ordinal }) => (ordinal === null ? [] : { versionId: version.id, ordinal }));
  const variantIds = await db.repo(DrawRepository).variantIdsAt(places);
  return drawn.map(({ version, ordinal, draw }) => {
    if (kindOf(version.kind).hasVariants && ordinal === null) return null;
    return { id: newId(clock), versionId: version.id, variantId: variantIds.get(version.id) ?? null, draw };
  });
}

/** The index of the drawn variant, starting at 0, and the other drawn values. */
function drawnOf(version: VersionToDraw, attemptSeed: string) {
  const rng = rngOf(itemSeed(attemptSeed, version.contentHash));
  const kind = kindOf(version.kind);
  const draw = kind.draw({ candidate: version.candidatePart, secret: version.secretPart } as QuestionBundle, rng);
  const hasChoice = kind.hasVariants && version.variantCount > 0;
  return { draw, ordinal: hasChoice ? ordinalOf(attemptSeed, version.contentHash, version.variantCount) : null };
}
