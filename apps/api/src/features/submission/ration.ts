import type { Ration, Rations, TimeRation } from '@holdout/assessment';
import { JobQueue, type SlotUse } from '@holdout/job-queue';
import { type Database, type Holder, keyOf, RateRepository, SubmissionRepository } from '@holdout/persistence';
import type { SubmissionLimit } from '../../generated/resolvers';

export type Sending = {
  readonly holder: Holder;
  readonly purpose: 'run' | 'submit';
  readonly versionId: string;
  readonly rations: Rations;
  readonly isTrial: boolean;
  /** The key of a guest's address block, null for others: a new guest costs nothing, so guests count together. */
  readonly block: string | null;
};

export type Refusal = { readonly limit: SubmissionLimit; readonly nextAt: Date };

/** A classroom behind one address may use twice what one person may. */
const BLOCK_FACTOR = 2;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** Which ration is used up, and when the next submission is accepted; null if now. */
export async function refusalOf(tx: Database, sending: Sending, now: Date): Promise<Refusal | null> {
  const { holder, purpose, versionId, rations, block, isTrial } = sending;
  const submissions = tx.repo(SubmissionRepository);
  const times = await submissions.recentTimes(holder, purpose, { count: rations[purpose].count, isOfTrial: isTrial });
  const often = nextAllowedAt(times, rations[purpose], now);
  if (often !== null) return { limit: 'OFTEN', nextAt: often };
  const use = await tx.repo(JobQueue).recentUse(rationKeyOf(holder, isTrial), block);
  const slow = timeAllowedAt(use, rations.slotTime, now);
  if (slow !== null) return { limit: 'TIME', nextAt: slow };
  const perQuestion = purpose === 'submit' ? rations.submitPerQuestion : null;
  if (perQuestion === null) return null;
  const same = await submissions.recentTimes(holder, purpose, {
    count: perQuestion.count,
    isOfTrial: isTrial,
    versionId,
  });
  const nextAt =
    nextAllowedAt(same, perQuestion, now) ??
    (block === null ? null : await blockAllowedAt(tx, { versionId, block }, perQuestion, now));
  return nextAt === null ? null : { limit: 'QUESTION', nextAt };
}

/** For whom slot time is counted, and jobs queue in turn: trials separately, so that they use up nothing of an attempt. */
export const rationKeyOf = (holder: Holder, isTrial: boolean): string =>
  isTrial ? `trial ${keyOf(holder)}` : keyOf(holder);

/** When the oldest of as many as are allowed leaves the window; null if fewer were sent. Times are newest first. */
function nextAllowedAt(times: readonly Date[], { count, windowMs }: Ration, now: Date): Date | null {
  const oldest = times[count - 1];
  if (oldest === undefined) return null;
  const nextAt = new Date(oldest.getTime() + windowMs);
  return nextAt > now ? nextAt : null;
}

/**
 * When the person, and the address block, have used less slot time than allowed: to the minute, because the exact moment
 * would tell how long a program ran on hidden cases.
 */
export function timeAllowedAt(use: readonly SlotUse[], ration: TimeRation, now: Date): Date | null {
  const persons = waitMs(
    use.filter(({ isPersons }) => isPersons),
    ration,
  );
  const blocks = waitMs(
    use.filter(({ isBlocks }) => isBlocks),
    { ...ration, seconds: ration.seconds * BLOCK_FACTOR },
  );
  const longest = Math.max(persons, blocks);
  return longest > 0 ? new Date(now.getTime() + Math.ceil(longest / MINUTE_MS) * MINUTE_MS) : null;
}

/** The time until enough has left the window; 0 if the ration is not used up. */
function waitMs(use: readonly SlotUse[], { seconds, windowMs }: TimeRation): number {
  let left = use.reduce((sum, each) => sum + each.seconds, 0);
  if (left < seconds) return 0;
  for (const { seconds: held, endedAgo } of use.toSorted((a, b) => b.endedAgo - a.endedAgo)) {
    left -= held;
    if (left < seconds) return Math.max(1, windowMs - endedAgo * SECOND_MS);
  }
  return windowMs;
}

type OfBlock = { readonly versionId: string; readonly block: string };

const keyOfBlock = ({ versionId, block }: OfBlock): string => `submit:${versionId}:${block}`;
const windowStart = (at: Date, windowMs: number): Date => new Date(at.getTime() - (at.getTime() % windowMs));

/** Counts one submission of a block in the current window; the start of the next window if there were too many. */
async function blockAllowedAt(tx: Database, of: OfBlock, { count, windowMs }: Ration, now: Date): Promise<Date | null> {
  const rates = tx.repo(RateRepository);
  const [key, start] = [keyOfBlock(of), windowStart(now, windowMs)];
  if ((await rates.count(key, start)) <= count * BLOCK_FACTOR) return null;
  await rates.takeBack(key, start);
  return new Date(start.getTime() + windowMs);
}

/** Does not count a submission for its block any more, because we failed to grade it. */
export async function uncount(tx: Database, of: OfBlock, { windowMs }: Ration, sentAt: Date): Promise<void> {
  await tx.repo(RateRepository).takeBack(keyOfBlock(of), windowStart(sentAt, windowMs));
}
