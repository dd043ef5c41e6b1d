import type { Ration } from '@holdout/assessment';
import type { Holder, SubmissionRepository } from '@holdout/persistence';

/** When the holder may send the next one; null for now. */
export async function nextAllowedAt(
  submissions: SubmissionRepository,
  holder: Holder,
  purpose: 'run' | 'submit',
  { count, windowMs }: Ration,
  now: Date,
): Promise<Date | null> {
  const times = await submissions.recentTimes(holder, purpose, count);
  const oldest = times[count - 1];
  if (oldest === undefined) return null;
  const nextAt = new Date(oldest.getTime() + windowMs);
  return nextAt > now ? nextAt : null;
}
