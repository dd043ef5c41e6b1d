import { compacted, resolveAnswers, thinRevisions } from '@holdout/assessment';
import type { RevisionRepository } from '@holdout/persistence';

/** Deletes old versions of an item's answer and stores those that stay in their compact form. Within one transaction. */
export async function thinItem(revisions: RevisionRepository, itemId: string, now: Date): Promise<void> {
  if (!(await revisions.lockToThin(itemId))) return;
  const stored = await revisions.listForThinning(itemId);
  const spare = new Set(thinRevisions(stored, now));
  const kept = stored.filter(({ id }) => !spare.has(id));
  const newestFirst = kept.toSorted((a, b) => (b.revision ?? 0) - (a.revision ?? 0));
  // First those that were deltas of what is deleted.
  await revisions.store(compacted(newestFirst, resolveAnswers(stored)));
  if (spare.size > 0) await revisions.delete([...spare]);
}
