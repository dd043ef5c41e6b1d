import type { Language } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
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
import { standingScore } from '@holdout/scoring';
import DataLoader from 'dataloader';
import type { CodeAnswer } from '../../generated/resolvers';
import { type Ctx, type LoaderFactory, holdersOf } from '../../access/context';
import { languageView } from '../question-bank/languages';
import { feedbackOf, type FeedbackView, itemFactsOf, misconceptionsOf } from './feedback';
import { wholeItem } from './item-parts';

/** The attempt of an item, if the viewer holds it. */
export const attemptById: LoaderFactory<string, AttemptRow | null> = (db, ctx) =>
  new DataLoader(async (ids) => {
    const found = await db.repo(AttemptRepository).listByIds(ids, holdersOf(ctx));
    const byId = new Map(found.map((attempt) => [attempt.id, attempt]));
    return ids.map((id) => byId.get(id) ?? null);
  });

export const itemsOfAttempt: LoaderFactory<string, ItemRow[]> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(AttemptRepository).listItems(attemptIds), (item) => item.attemptId);
    return attemptIds.map((id) => byAttempt.get(id) ?? []);
  });

/** All scores of an item; `standingScore` of `@holdout/scoring` selects the one that counts. */
export const scoresOfItem: LoaderFactory<string, readonly ItemScoreRow[]> = (db) =>
  new DataLoader(async (itemIds) => {
    const byItem = Map.groupBy(await db.repo(ScoreRepository).list(itemIds), (score) => score.itemId);
    return itemIds.map((id) => byItem.get(id) ?? []);
  });

/** Public cases by content hash and data scope; null until they have been generated. */
export const publicDataOf: LoaderFactory<{ readonly hash: string; readonly scope: string }, MaterializedData | null> = (
  db,
) =>
  new DataLoader((keys) => Promise.all(keys.map(({ hash, scope }) => db.repo(JobQueue).publicData(hash, scope))), {
    cacheKeyFn: ({ hash, scope }) => `${scope} ${hash}`,
  });

/** The latest saved code of an item in each language. */
export const codeDraftsOfItem: LoaderFactory<string, CodeAnswer[]> = (db) =>
  new DataLoader(async (itemIds) => {
    const byItem = Map.groupBy(await db.repo(ResponseRepository).listCode(itemIds), (draft) => draft.itemId);
    return itemIds.map((id) =>
      (byItem.get(id) ?? []).map(({ language, source }) => ({ language: languageView(language as Language), source })),
    );
  });

/** Feedback of an item; null while its key is secret. Keys are read only for items whose policy allows feedback. */
export const feedbackOfItem: LoaderFactory<ItemRow, FeedbackView | null> = (db, ctx) =>
  new DataLoader(async (items) => {
    const open = await openedItems(items, ctx);
    const scores = db.repo(ScoreRepository);
    const secrets = new Map((await scores.listSecrets([...open.keys()])).map((row) => [row.itemId, row]));
    const whole = items.flatMap((item) => {
      const secret = secrets.get(item.id);
      return secret === undefined ? [] : [[item.id, wholeItem(item, secret)] as const];
    });
    const stored = (itemId: string, misconception: string) => `${secrets.get(itemId)?.namespace}${misconception}`;
    const scoreOf = (itemId: string) => open.get(itemId) ?? null;
    const named = whole.flatMap(([id, each]) => misconceptionsOf(each, scoreOf(id)).map((name) => stored(id, name)));
    const sentences = await scores.sentencesOf([...new Set(named)]);
    const opened = new Map(whole);
    return items.map((item) => {
      const each = opened.get(item.id);
      if (each === undefined) return null;
      return feedbackOf(item, each, scoreOf(item.id), (name) => sentences.get(stored(item.id, name)) ?? null);
    });
  });

/** The items whose key may be shown now, each with the score that counts. */
async function openedItems(items: readonly ItemRow[], ctx: Ctx): Promise<ReadonlyMap<string, ItemScoreRow | null>> {
  const [attempts, scores] = await Promise.all([
    Promise.all(items.map((item) => ctx.loaders.of(attemptById).load(item.attemptId))),
    Promise.all(items.map((item) => ctx.loaders.of(scoresOfItem).load(item.id))),
  ]);
  const open = items.flatMap((item, index) => {
    const attempt = attempts[index] ?? null;
    if (attempt === null) return [];
    const policy = policyOf(attempt);
    const score = standingScore(scores[index] ?? [], policy.countedSubmission);
    return policy.showsFeedback(itemFactsOf(item, score)) ? [[item.id, score] as const] : [];
  });
  return new Map(open);
}

/** An unsolved question that shares a skill with this version; null if there is none. */
export const nextAfterVersion: LoaderFactory<string, QuestionRow | null> = (db, ctx) =>
  new DataLoader(async (versionIds) => {
    if (ctx.subject === null) return versionIds.map(() => null);
    const rows = await db.repo(QuestionBankRepository).listNextInSkill(versionIds, ctx.subject);
    const byVersion = new Map(rows.map((row) => [row.after, row]));
    return versionIds.map((id) => byVersion.get(id) ?? null);
  });
