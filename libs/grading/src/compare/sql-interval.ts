import { decimalNumeral } from '../values/numeral';
import type { CellWriter } from './cell';

const PART = /^\+?(-?\d+) (year|mon|day)s?$/;
const CLOCK = /^([+-]?)(\d+):(\d{2}):(\d{2})(?:\.(\d{1,6}))?$/;
const MICROSECONDS: Readonly<Record<string, bigint>> = {
  year: 360n * 86_400_000_000n,
  mon: 30n * 86_400_000_000n,
  day: 86_400_000_000n,
};

/** Writes an interval as its length. As in PostgreSQL a month has 30 days and a day 24 hours. False if it is none. */
export function writeInterval(text: string, to: CellWriter): boolean {
  const length = lengthOf(text);
  if (length === null) return false;
  to.text('interval ').number(decimalNumeral(String(length)));
  return true;
}

/** In microseconds. */
function lengthOf(text: string): bigint | null {
  const parts = text.match(/\+?-?\d+ (?:year|mon|day)s?|[+-]?\d+:\S+/g) ?? [];
  if (parts.length === 0 || parts.join(' ') !== text) return null;
  const lengths = parts.map((part) => lengthOfPart(part) ?? lengthOfClock(part));
  return lengths.every((length) => length !== null) ? lengths.reduce((sum, length) => sum + length, 0n) : null;
}

function lengthOfPart(part: string): bigint | null {
  const [, count, unit = ''] = PART.exec(part) ?? [];
  return count === undefined ? null : BigInt(count) * (MICROSECONDS[unit] ?? 0n);
}

function lengthOfClock(part: string): bigint | null {
  const [, sign = '', hours, minutes = '', seconds = '', fraction = ''] = CLOCK.exec(part) ?? [];
  if (hours === undefined) return null;
  const whole = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const length = whole * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -length : length;
}
