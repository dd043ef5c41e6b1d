const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d{1,9}))?)?';
const ZONE = '(?<zone>Z|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)?';
const DATE = '(?<year>\\d{4,7})-(?<month>\\d{2})-(?<day>\\d{2})';
const MOMENT = new RegExp(`^${DATE}(?:[ T]${TIME} ?${ZONE})?(?<era> BC)?$`);
const TIME_OF_DAY = new RegExp(`^${TIME}$`);
/** What every moment begins with; most texts do not, and are decided fast. */
const BEGINNING = /^\d{4,7}-\d/;

type Found = Readonly<Partial<Record<string, string>>>;

const SECONDS_OF_DAY = 86_400;

/**
 * The point in time of an ISO text, `2024-05-01` or `2024-05-01 12:00:00.5+02`, in a form that equal ones share: days
 * since 1970, seconds of the day, fraction. Without an offset it is in UTC. Null if the text is no such time.
 */
export function momentOf(text: string): string | null {
  const found = BEGINNING.test(text) ? MOMENT.exec(text)?.groups : undefined;
  if (found === undefined) return null;
  const [day, time] = [dayOf(found), secondsOf(found)];
  if (day === null || time === null) return null;
  const seconds = time - offsetOf(found['zone']);
  const rest = ((seconds % SECONDS_OF_DAY) + SECONDS_OF_DAY) % SECONDS_OF_DAY;
  return `${day + Math.floor(seconds / SECONDS_OF_DAY)} ${rest} ${fractionOf(found)}`;
}

/** The time of day, in a form that equal ones share, or null. */
export function timeOfDay(text: string): string | null {
  const found = TIME_OF_DAY.exec(text)?.groups;
  return found === undefined ? null : `${secondsOf(found)} ${fractionOf(found)}`;
}

function fractionOf({ fraction = '' }: Found): string {
  return fraction.replace(/0+$/, '');
}

/** Seconds since midnight. 24:00:00 is midnight at the end of a day, and 60 a leap second. */
function secondsOf({ hour = '0', minute = '0', second = '0' }: Found): number | null {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (minutes > 59 || seconds > 60) return null;
  const total = hours * 3600 + minutes * 60 + seconds;
  return total <= SECONDS_OF_DAY ? total : null;
}

/** Days since 1970-01-01. */
function dayOf({ year, month, day, era }: Found): number | null {
  const [years, months, days] = [Number(year), Number(month), Number(day)];
  const astronomical = era === undefined ? years : 1 - years;
  if (months < 1 || months > 12 || days < 1 || days > lengthOfMonth(astronomical, months)) return null;
  return daysUntil(astronomical, months) + days - 1;
}

function lengthOfMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysUntil(year, month + 1) - daysUntil(year, month);
}

/** Days from 1970-01-01 to the first of a month in the proleptic Gregorian calendar; a year begins in March here. */
function daysUntil(year: number, month: number): number {
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const yearOfEra = from - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function offsetOf(zone = 'Z'): number {
  const [hours = 0, minutes = 0, seconds = 0] = (zone.match(/\d{2}/g) ?? []).map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
