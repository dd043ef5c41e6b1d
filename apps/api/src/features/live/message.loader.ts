import { type Database, MessageRepository, type MessageRow } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

type Loader = LoaderFactory<string, readonly MessageRow[]>;

const byAttempt = (list: (db: Database, ids: readonly string[]) => Promise<readonly MessageRow[]>): Loader => {
  const factory: Loader = (db) =>
    new DataLoader(async (attemptIds) => {
      const rows = Map.groupBy(await list(db, attemptIds), ({ attemptId }) => attemptId as string);
      return attemptIds.map((id) => rows.get(id) ?? []);
    });
  return factory;
};

/** All messages of an attempt, oldest first. */
export const messagesOf = byAttempt((db, ids) => db.repo(MessageRepository).listOfAttempts(ids));

/** What the candidate of an attempt was told and has not marked as read. */
export const unreadOf = byAttempt((db, ids) => db.repo(MessageRepository).listUnread(ids));
