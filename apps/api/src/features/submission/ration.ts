import type { PracticeOwner, SubmissionRepository } from '@holdout/persistence';

/**
 * Verdicts on hidden cases are an oracle, so they are rationed (docs/adr on hidden data); runs show only what is
 * public and are rationed for the machine's sake.
 */
const RATIONS = {
  submit: { count: 20, windowMs: 10 * 60_000 },
  run: { count: 60, windowMs: 10 * 60_000 },
} as const;

/** When the owner may send the next one; null for now. */
export async function nextAllowedAt(
  submissions: SubmissionRepository,
  owner: PracticeOwner,
  purpose: 'run' | 'submit',
  now: Date,
): Promise<Date | null> {
  const { count, windowMs } = RATIONS[purpose];
  const times = await submissions.recentTimes(owner, purpose, count);
  const oldest = times[count - 1];
  if (oldest === undefined) return null;
  const nextAt = new Date(oldest.getTime() + windowMs);
  return nextAt > now ? nextAt : null;
}
