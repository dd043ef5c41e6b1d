import type { ItemRow } from '@holdout/persistence';

/** The day in UTC, as 2026-11-20: recruiters may not learn how long an attempt took, so reports name days only. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The item without the times at which it was worked on: each is the end of the attempt. */
export function withoutTimes(item: ItemRow, endedAt: Date): ItemRow {
  const day = new Date(`${dayOf(endedAt)}T00:00:00.000Z`);
  const hidden = (at: Date | null): Date | null => (at === null ? null : day);
  const revealed = item.revealed.map((part) => ({ ...part, at: day.toISOString() }));
  const { presentedAt, closesAt, fixedAt, savedAt } = item;
  return {
    ...item,
    revealed,
    presentedAt: hidden(presentedAt),
    closesAt: hidden(closesAt),
    fixedAt: hidden(fixedAt),
    savedAt: hidden(savedAt),
  };
}
