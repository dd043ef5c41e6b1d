import type { Language } from '@holdout/bank';
import type { MaterializedData } from '@holdout/grading';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type AttemptRow,
  type ItemRow,
  type ItemScoreRow,
  QuestionBankRepository,
  type QuestionRow,
  ResponseRepository,
  ScoreRepository,
} from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { CodeAnswer } from '../../generated/resolvers';
import { subjectOf } from '../../access/context';
import type { LoaderFactory } from '../../access/context';
import { languageView } from '../question-bank/languages';
import { PRACTICE_SCOPE } from '../question-bank/preparation';
import { feedbackOf, type FeedbackView, mayShowFeedback, misconceptionsOf } from './feedback';
import { wholeItem } from './item-parts';

/** The attempt an item belongs to, if it is the asking person's. */
export const attemptById: LoaderFactory<string, AttemptRow | null> = (db, ctx) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => db.repo(AttemptRepository).find(id, subjectOf(ctx)))));

export const itemsOfAttempt: LoaderFactory<string, ItemRow[]> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(AttemptRepository).listItems(attemptIds), (item) => item.attemptId);
    return attemptIds.map((id) => byAttempt.get(id) ?? []);
  });

/** The score by which an item counts in the total of its attempt: nobody's own marks. */
export const countedScoreOf: LoaderFactory<string, ItemScoreRow | null> = (db) =>
  new DataLoader(async (itemIds) => {
    const byItem = new Map(
      (await db.repo(ScoreRepository).listBest(itemIds, ['key'])).map((score) => [score.itemId, score]),
    );
    return itemIds.map((id) => byItem.get(id) ?? null);
  });

/** Public cases of a version by its content hash; null while they are being made. */
export const publicDataOf: LoaderFactory<string, MaterializedData | null> = (db) =>
  new DataLoader((hashes) => Promise.all(hashes.map((hash) => db.repo(JobQueue).publicData(hash, PRACTICE_SCOPE))));

/** The newest saved code of an item in each language. */
export const codeDraftsOfItem: LoaderFactory<string, CodeAnswer[]> = (db) =>
  new DataLoader(async (itemIds) => {
    const byItem = Map.groupBy(await db.repo(ResponseRepository).listCode(itemIds), (draft) => draft.itemId);
    return itemIds.map((id) =>
      (byItem.get(id) ?? []).map(({ language, source }) => ({ language: languageView(language as Language), source })),
    );
  });

/** What may be learnt from an item; null while its key is secret. Keys are read for items that passed this gate only. */
export const feedbackOfItem: LoaderFactory<ItemRow, FeedbackView | null> = (db) =>
  new DataLoader(async (items) => {
    const scores = db.repo(ScoreRepository);
    const best = new Map((await scores.listBest(items.map((item) => item.id))).map((row) => [row.itemId, row]));
    const open = items.filter((item) => mayShowFeedback(item, best.get(item.id)));
    const secrets = new Map((await scores.listSecrets(open.map((item) => item.id))).map((row) => [row.itemId, row]));
    const whole = open.flatMap((item) => {
      const secret = secrets.get(item.id);
      return secret === undefined ? [] : [[item.id, wholeItem(item, secret)] as const];
    });
    const stored = (itemId: string, misconception: string) => `${secrets.get(itemId)?.namespace}${misconception}`;
    const named = whole.flatMap(([id, each]) => misconceptionsOf(each, best.get(id)).map((name) => stored(id, name)));
    const sentences = await scores.sentencesOf([...new Set(named)]);
    const opened = new Map(whole);
    return items.map((item) => {
      const each = opened.get(item.id);
      if (each === undefined) return null;
      return feedbackOf(item, each, best.get(item.id), (name) => sentences.get(stored(item.id, name)) ?? null);
    });
  });

/** A question to go on with after this version; null when every one of its skills is solved. */
export const nextAfterVersion: LoaderFactory<string, QuestionRow | null> = (db, ctx) =>
  new DataLoader(async (versionIds) => {
    const rows = await db.repo(QuestionBankRepository).listNextInSkill(versionIds, subjectOf(ctx));
    const byVersion = new Map(rows.map((row) => [row.after, row]));
    return versionIds.map((id) => byVersion.get(id) ?? null);
  });
