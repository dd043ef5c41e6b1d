import type { MaterializedData } from '@holdout/grading';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type AttemptRow,
  type ItemRow,
  type ItemScoreRow,
  ScoreRepository,
} from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { ItemFeedback } from '../../generated/resolvers';
import { subjectOf } from '../../platform/context';
import type { LoaderFactory } from '../../platform/loaders';
import { PRACTICE_SCOPE } from '../question-bank/preparation';
import { feedbackOf, mayShowFeedback, misconceptionsOf } from './feedback';
import { wholeItem } from './item-parts';

/** The attempt an item belongs to, if it is the asking person's. */
export const attemptById: LoaderFactory<string, AttemptRow | null> = (db, ctx) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => db.repo(AttemptRepository).find(id, subjectOf(ctx)))));

export const itemsOfAttempt: LoaderFactory<string, ItemRow[]> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(AttemptRepository).listItems(attemptIds), (item) => item.attemptId);
    return attemptIds.map((id) => byAttempt.get(id) ?? []);
  });

export const bestScoreOf: LoaderFactory<string, ItemScoreRow | null> = (db) =>
  new DataLoader(async (itemIds) => {
    const byItem = new Map((await db.repo(ScoreRepository).listBest(itemIds)).map((score) => [score.itemId, score]));
    return itemIds.map((id) => byItem.get(id) ?? null);
  });

/** Public cases of a version by its content hash; null while they are being made. */
export const publicDataOf: LoaderFactory<string, MaterializedData | null> = (db) =>
  new DataLoader((hashes) => Promise.all(hashes.map((hash) => db.repo(JobQueue).publicData(hash, PRACTICE_SCOPE))));

/** What may be learnt from an item; null while its key is secret. Keys are read for items that passed this gate only. */
export const feedbackOfItem: LoaderFactory<ItemRow, ItemFeedback | null> = (db) =>
  new DataLoader(async (items) => {
    const scores = db.repo(ScoreRepository);
    const best = new Map((await scores.listBest(items.map((item) => item.id))).map((row) => [row.itemId, row]));
    const open = items.filter((item) => mayShowFeedback(item, best.get(item.id)));
    const secrets = new Map((await scores.listSecrets(open.map((item) => item.id))).map((row) => [row.itemId, row]));
    const whole = open.flatMap((item) => {
      const secret = secrets.get(item.id);
      return secret === undefined ? [] : [[item.id, wholeItem(item, secret)] as const];
    });
    const named = whole.flatMap(([id, each]) => misconceptionsOf(each, best.get(id)));
    const sentences = await scores.sentencesOf([...new Set(named)]);
    const opened = new Map(whole);
    return items.map((item) => {
      const each = opened.get(item.id);
      return each === undefined ? null : feedbackOf(item, each, best.get(item.id), sentences);
    });
  });
