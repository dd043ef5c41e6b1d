const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** The wall clock of a time zone, as a `datetime-local` field holds it. */
export function wallTime(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone,
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant at which the clocks of a time zone show this time; null for a text that is no time. A time that is skipped when
 * summer time begins becomes the one an hour later; of one that comes twice it is the first.
 */
export function instantOf(wall: string, timeZone: string): Date | null {
  const asUtc = utcOf(wall);
  if (asUtc === null) return null;
  const dayBefore = asUtc - offsetAt(asUtc - DAY_MS, timeZone);
  const dayAfter = asUtc - offsetAt(asUtc + DAY_MS, timeZone);
  const found = [dayBefore, dayAfter].find((time) => time + offsetAt(time, timeZone) === asUtc);
  return new Date(found ?? dayBefore);
}

const DAY_MS = 86_400_000;

function utcOf(wall: string): number | null {
  const [year, month, day, hour, minute] = LOCAL.exec(wall)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute);
  return Number.isNaN(time) ? null : time;
}

/** By how much the clocks of the zone are ahead of UTC at an instant. */
function offsetAt(time: number, timeZone: string): number {
  const minute = Math.floor(time / 60_000) * 60_000;
  return (utcOf(wallTime(new Date(minute), timeZone)) ?? minute) - minute;
}
