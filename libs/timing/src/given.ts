import { closesAt } from './deadline';
import type { LoggedEntry } from './sections';

/** Time that a person was given during an attempt. */
export type GivenTime = {
  readonly kind: 'outage' | 'added' | 'allowance';
  readonly seconds: number;
  readonly at: Date;
};

const KINDS = {
  credit: 'outage',
  added: 'added',
  extraTime: 'allowance',
  break: 'allowance',
  limit: 'allowance',
} as const;

/**
 * What each moment gave after the start, from all entries in chronological order: by how much the deadline moved. What took
 * time away, a smaller allowance, is left out.
 */
export function givenTimes(startedAt: Date, entries: readonly LoggedEntry[]): readonly GivenTime[] {
  const byMoment = new Map<string, GivenTime>();
  let before: Date | null = null;
  entries.forEach(({ entry, at }, index) => {
    const deadline = closesAt(
      startedAt,
      entries.slice(0, index + 1).map((each) => each.entry),
    );
    const seconds = before === null || deadline === null ? 0 : (deadline.getTime() - before.getTime()) / 1000;
    before = deadline;
    if (at.getTime() <= startedAt.getTime()) return;
    const kind = KINDS[entry.kind];
    const key = `${kind} ${at.toISOString()}`;
    byMoment.set(key, { kind, at, seconds: (byMoment.get(key)?.seconds ?? 0) + seconds });
  });
  return [...byMoment.values()].filter(({ seconds }) => seconds > 0);
}
