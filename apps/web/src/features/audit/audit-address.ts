import type { AuditQueryVariables } from '../../generated/operations';

/** What the address of the page says about the filter. Days are those of the viewer's time zone. */
export function filterIn(search: URLSearchParams): NonNullable<AuditQueryVariables['filter']> {
  const [actor, act, from, until] = ['actor', 'act', 'from', 'until'].map((key) => search.get(key) ?? '');
  return {
    actor: actor || null,
    act: act || null,
    from: startOf(from, 0),
    until: startOf(until, 1),
  };
}

/** The start of the day, or of a day after it; null for a text that is no day. */
function startOf(day: string | undefined, daysLater: number): string | null {
  const [year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/
      .exec(day ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const start = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
