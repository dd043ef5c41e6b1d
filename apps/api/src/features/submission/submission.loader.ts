import type { CodeBundle, GroupShown } from '@holdout/bank';
import { JobQueue, type QueuePlace } from '@holdout/job-queue';
import { DrawRepository, SubmissionRepository, type SubmissionRow } from '@holdout/persistence';
import DataLoader from 'dataloader';
import { type Ctx, type LoaderFactory, holdersOf } from '../../access/context';

const MOST_OF_AN_ITEM = 50;

/** What a version states about grading: its groups of hidden cases (none for model questions) and limits by language. */
export type StatedOfVersion = {
  readonly groups: readonly GroupShown[];
  readonly languages: CodeBundle['candidate']['languages'];
};

export const statedOfVersion: LoaderFactory<string, StatedOfVersion> = (db) =>
  new DataLoader(async (versionIds) => {
    const versions = await db.repo(DrawRepository).listVersions(versionIds);
    const byId = new Map(
      versions.map((version) => [version.id, version.candidatePart as Partial<CodeBundle['candidate']>]),
    );
    return versionIds.map((id) => ({ groups: [], languages: {}, ...byId.get(id) }));
  });

/** What was submitted for an item, newest first. */
export const submissionsOfItem: LoaderFactory<string, SubmissionRow[]> = (db, ctx) =>
  new DataLoader(async (itemIds) => {
    const sent = await db.repo(SubmissionRepository).listOfItems(itemIds, holdersOf(ctx), MOST_OF_AN_ITEM);
    const byItem = Map.groupBy(sent, ({ itemId }) => itemId);
    return itemIds.map((id) => byItem.get(id) ?? []);
  });

const placeOfJob: LoaderFactory<string, QueuePlace | null> = (db) =>
  new DataLoader(
    async (jobIds) => {
      const places = await db.repo(JobQueue).placesInQueue(jobIds);
      return jobIds.map((id) => places.get(id) ?? null);
    },
    { cache: false },
  );

/** Place in the queue; null once claimed. A watched submission already carries its place. */
export function queuePlaceOf(
  submission: SubmissionRow & { readonly queuePlace?: QueuePlace | null },
  ctx: Ctx,
): Promise<QueuePlace | null> {
  if (submission.gradedAt !== null) return Promise.resolve(null);
  if (submission.queuePlace !== undefined) return Promise.resolve(submission.queuePlace);
  return ctx.loaders.of(placeOfJob).load(submission.jobId);
}
