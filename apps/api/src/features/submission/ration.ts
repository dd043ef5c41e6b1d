import type { Ration } from '@holdout/assessment';
import type { Holder, SubmissionRepository } from '@holdout/persistence';

type Sending = { readonly holder: Holder; readonly purpose: 'run' | 'submit'; readonly ration: Ration };

/** When the holder may send the next submission; null if now. */
export async function nextAllowedAt(
  submissions: SubmissionRepository,
  { holder, purpose, ration: { count, windowMs } }: Sending,
  now: Date,
): Promise<Date | null> {
  const times = await submissions.recentTimes(holder, purpose, count);
  const oldest = times[count - 1];
  if (oldest === undefined) return null;
  const nextAt = new Date(oldest.getTime() + windowMs);
  return nextAt > now ? nextAt : null;
}
