import type { Database, ItemRow } from '@holdout/persistence';
import { isStale } from './response-view';

/** Rolls back the transaction if the item's answer is no longer the one on the client's screen. */
class AnsweredMeanwhile extends Error {}

/** Call it with the item read under its row lock, because locking waits for a save in progress. */
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
