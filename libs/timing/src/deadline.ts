/** One contribution to the deadline of an attempt. Entries are append-only. */
export type TimeEntry =
  /** The time limit of the attempt, in seconds. */
  | { readonly kind: 'limit'; readonly seconds: number }
  /** An accommodation, as a share of the limit: 0.25 is a quarter more time. The newest share counts. */
  | { readonly kind: 'extraTime'; readonly share: number }
  /** Time that did not count: a break, an outage of ours, or minutes that a person added. */
  | { readonly kind: 'break' | 'credit' | 'added'; readonly seconds: number };

/**
 * The time at which an attempt stops accepting work, from all entries in chronological order; null without a
 * limit. It is the only function that computes a deadline.
 *
 * Extra time stretches the limit, not the start: with a share of 0.25 a limit of 60 minutes is 75 minutes. Breaks,
 * credits and added time are added afterwards and are not stretched. The newest limit and the newest share count. Throws a
 * RangeError for an amount that is not a finite number of at least 0, and for a limit of 0.
 */
export function closesAt(startedAt: Date, entries: readonly TimeEntry[]): Date | null {
  let [limit, share, onTop]: [number | null, number, number] = [null, 0, 0];
  for (const entry of entries) {
    const amount = amountOf(entry);
    if (entry.kind === 'limit') limit = amount;
    else if (entry.kind === 'extraTime') share = amount;
    else onTop += amount;
  }
  return limit === null ? null : new Date(startedAt.getTime() + Math.round((limit * (1 + share) + onTop) * 1000));
}

/** Whether work may still be submitted; at the deadline itself it may not. Null means no deadline. */
export function isOpen(deadline: Date | null, now: Date): boolean {
  return deadline === null || now.getTime() < deadline.getTime();
}

function amountOf(entry: TimeEntry): number {
  const amount = entry.kind === 'extraTime' ? entry.share : entry.seconds;
  const least = entry.kind === 'limit' ? Number.MIN_VALUE : 0;
  if (!Number.isFinite(amount) || amount < least) throw new RangeError(`${entry.kind} cannot be ${amount}.`);
  return amount;
}
