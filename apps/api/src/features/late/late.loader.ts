import { AttemptRepository, type ItemRow, LateAnswerRepository, type LateAnswerId } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

/** The items of late answers; the membership of who asks was checked. */
export const itemById: LoaderFactory<string, ItemRow | null> = (db) =>
  new DataLoader(async (ids) => {
    const byId = new Map((await db.repo(AttemptRepository).listItemsByIds(ids)).map((item) => [item.id, item]));
    return ids.map((id) => byId.get(id) ?? null);
  });

export const lateAnswerOf: LoaderFactory<LateAnswerId, unknown> = (db) =>
  new DataLoader(async (ids) => {
    const answers = await db.repo(LateAnswerRepository).answersOf(ids);
    return ids.map((id) => answers.get(id) ?? null);
  });
