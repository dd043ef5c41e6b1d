import { type TakenContent, TakingRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

/** What an attempt is of; null in practice. */
export const contentOfAttempt: LoaderFactory<string, TakenContent | null> = (db) =>
  new DataLoader(async (attemptIds) => {
    const rows = await db.repo(TakingRepository).listContents(attemptIds);
    const byAttempt = new Map(rows.map((row) => [row.id, row]));
    return attemptIds.map((id) => byAttempt.get(id) ?? null);
  });
