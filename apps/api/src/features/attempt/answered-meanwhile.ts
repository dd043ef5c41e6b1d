import type { Database, ItemRow } from '@holdout/persistence';
import { isStale } from './response-view';

/** Rolls back what was done to an item whose answer is no longer the one on the client's screen. */
class AnsweredMeanwhile extends Error {}

/** To be called with the item as read after its row was locked, which waits for a save in progress. */
export function refuseStale(item: Pick<ItemRow, 'revision'>, revision: number): void {
  if (isStale(item, revision)) throw new AnsweredMeanwhile();
}

/** Runs the work in a transaction; 'stale', with nothing changed, if `refuseStale` refused the item. */
export async function unlessStale<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T | 'stale'> {
  try {
    return await db.transaction(work);
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return 'stale';
    throw error;
  }
}
