import type { Language } from '@holdout/bank';
import { JobQueue, type JobRank } from '@holdout/job-queue';
import { policyOf } from '@holdout/assessment';
import {
  type Database,
  DrawRepository,
  type Holder,
  holderOf,
  type ItemInAttempt,
  SubmissionRepository,
  type SubmissionToInsert,
} from '@holdout/persistence';

import { rationKeyOf } from './ration';

/** Assessments are graded before practice, accounts before guests. */
const RANKS = { candidate: 'attempt', account: 'account', guest: 'guest' } as const satisfies Record<
  Holder['kind'],
  JobRank
>;

/**
 * Writes a submission and its grading job in the caller's transaction. Does nothing if the client id is known. `block` is
 * the key of a guest's address block.
 */
export async function queueSubmission(
  tx: Database,
  submission: SubmissionToInsert,
  { item: { versionId, contentHash: bundleHash }, attempt }: ItemInAttempt,
  block: string | null = null,
): Promise<void> {
  if (!(await tx.repo(SubmissionRepository).insertOnce(submission))) return;
  const { id: submissionId, purpose, source, ownInput, jobId } = submission;
  const { dataScope: scope, isTrial } = policyOf(attempt);
  const job = { submissionId, bundleHash, scope, language: submission.language as Language, source };
  const holder = holderOf(attempt);
  const preparation = await tx.repo(DrawRepository).preparationOf(versionId, scope);
  await tx.repo(JobQueue).add(purpose === 'submit' ? { kind: 'grade', ...job } : { kind: 'run', ...job, ownInput }, {
    id: jobId,
    person: rationKeyOf(holder, isTrial),
    block,
    rank: RANKS[holder.kind],
    // If the cases of the version are still being generated, the grading job waits for that job.
    ...(preparation === null ? {} : { waitsFor: preparation.jobId }),
  });
}
