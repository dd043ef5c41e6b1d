import { wallTime } from './zoned-time';

const DAY_MS = 86_400_000;

/** A proposal for a deadline: the end of a day some days ahead. */
export function defaultDeadline(days: number, timeZone: string): string {
  // eslint-disable-next-line no-restricted-properties -- only a proposal in a field; the server decides what has passed
  const day = wallTime(new Date(Date.now() + days * DAY_MS), timeZone).slice(0, 10);
  return `${day}T23:59`;
}
