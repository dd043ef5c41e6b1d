import type { CodeBundle, GroupShown } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import { DrawRepository, type SubmissionRow } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { Ctx } from '../../platform/context';
import type { LoaderFactory } from '../../platform/loaders';

/** The groups of hidden cases of a version, as candidates may know them; none for model questions. */
export const groupsOfVersion: LoaderFactory<string, readonly GroupShown[]> = (db) =>
  new DataLoader(async (versionIds) => {
    const versions = await db.repo(DrawRepository).listVersions(versionIds);
    const byId = new Map(
      versions.map((version) => [version.id, version.candidatePart as Partial<CodeBundle['candidate']>]),
    );
    return versionIds.map((id) => byId.get(id)?.groups ?? []);
  });

const placeOfJob: LoaderFactory<string, number | null> = (db) =>
  new DataLoader((jobIds) => Promise.all(jobIds.map((id) => db.repo(JobQueue).placeInQueue(id))), { cache: false });

/** The submission's place among those that wait; null once it has been taken. A watched one has it read already. */
export function placeInQueue(
  submission: SubmissionRow & { readonly placeInQueue?: number | null },
  ctx: Ctx,
): Promise<number | null> {
  if (submission.gradedAt !== null) return Promise.resolve(null);
  if (submission.placeInQueue !== undefined) return Promise.resolve(submission.placeInQueue);
  return ctx.loaders.of(placeOfJob).load(submission.jobId);
}
