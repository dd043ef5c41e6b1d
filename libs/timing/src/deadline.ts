/** One contribution to the deadline of an attempt. Entries are append-only. */
export type TimeEntry =
  /** The time limit of the attempt, in seconds. */
  | { readonly kind: 'limit'; readonly seconds: number }
  /** An accommodation, as a share of the limit: 0.25 is a quarter more time. The newest share counts. */
  | { readonly kind: 'extraTime'; readonly share: number }
  /** An accommodation: what breaks may take in total. The newest counts. */
  | { readonly kind: 'break'; readonly seconds: number }
  /** Time that did not count, an outage of ours, or minutes that a person added. */
  | { readonly kind: 'credit' | 'added'; readonly seconds: number };

/**
 * The time at which an attempt stops accepting work, from all entries in chronological order; null without a
 * limit. It is the only function that computes a deadline.
 *
 * Extra time stretches the limit, not the start: with a share of 0.25 a limit of 60 minutes is 75 minutes. Breaks,
 * credits and added time are added afterwards and are not stretched. The newest limit, share and breaks count. Throws a
 * RangeError for an amount that is not a finite number of at least 0, and for a limit of 0.
 */
export function closesAt(startedAt: Date, entries: readonly TimeEntry[]): Date | null {
  const { limit, share, breaks, onTop } = totalsOf(entries);
  if (limit === null) return null;
  return new Date(startedAt.getTime() + Math.round((limit * (1 + share) + breaks + onTop) * 1000));
}

/** How long after a deadline work that was on its way still counts, by the server's clock. */
export const GRACE_SECONDS = 30;

/** When a deadline has passed for good; null without one. */
export function endOfGrace(deadline: Date | null): Date | null {
  return deadline === null ? null : new Date(deadline.getTime() + GRACE_SECONDS * 1000);
}

/** Whether a page may still offer work; at the deadline itself it may not. Null means no deadline. */
export function isOpen(deadline: Date | null, now: Date): boolean {
  return deadline === null || now.getTime() < deadline.getTime();
}

/** Whether work that arrives now still counts: until the end of the grace, in which nothing new may be begun. */
export function stillCounts(deadline: Date | null, now: Date): boolean {
  return isOpen(endOfGrace(deadline), now);
}

/** The earliest of some times; null if there is none. */
export function earliestOf(times: readonly (Date | null)[]): Date | null {
  const [first = null] = times.filter((time) => time !== null).toSorted((a, b) => a.getTime() - b.getTime());
  return first;
}

/** What the entries add up to, in seconds; `share` is a share of the limit. The newest limit, share and breaks count. */
export function totalsOf(entries: readonly TimeEntry[]) {
  const totals: { limit: number | null; share: number; breaks: number; onTop: number } = {
    limit: null,
    share: 0,
    breaks: 0,
    onTop: 0,
  };
  for (const entry of entries) {
    const amount = amountOf(entry);
    if (entry.kind === 'limit') totals.limit = amount;
    else if (entry.kind === 'extraTime') totals.share = amount;
    else if (entry.kind === 'break') totals.breaks = amount;
    else totals.onTop += amount;
  }
  return totals;
}

function amountOf(entry: TimeEntry): number {
  const amount = entry.kind === 'extraTime' ? entry.share : entry.seconds;
  const least = entry.kind === 'limit' ? Number.MIN_VALUE : 0;
  if (!Number.isFinite(amount) || amount < least) throw new RangeError(`${entry.kind} cannot be ${amount}.`);
  return amount;
}
