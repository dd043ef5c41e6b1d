const MS = 1000;
const MINUTE = 60;
const FINE_BELOW_SECONDS = 5 * MINUTE;
const TOLD_SECONDS = [10 * MINUTE, 5 * MINUTE, MINUTE];

/** One answer of the server's clock, with the monotonic times of this device (`performance.now()`) around the request. */
export type ClockReading = { readonly serverTime: string; readonly askedAt: number; readonly heardAt: number };

/** Whole seconds until `closesAt` by the server's clock; never below 0. */
export function secondsLeft(closesAt: string, serverNow: number): number {
  return Math.max(0, Math.ceil((Date.parse(closesAt) - serverNow) / MS));
}

export type TimeLeft =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'fine'; readonly minutes: number; readonly seconds: number };

/** Minutes until the last five, then minutes and seconds. Minutes are rounded up. */
export function timeLeft(seconds: number): TimeLeft {
  if (seconds > FINE_BELOW_SECONDS) return { kind: 'minutes', minutes: Math.ceil(seconds / MINUTE) };
  return { kind: 'fine', minutes: Math.floor(seconds / MINUTE), seconds: seconds % MINUTE };
}

/** The announcement due between two clock readings (half the time, 10, 5 or 1 minutes left), or null. */
export function momentPassed(totalSeconds: number, before: number, now: number): number | null {
  const moments = [Math.floor(totalSeconds / 2), ...TOLD_SECONDS].filter((moment) => moment < totalSeconds);
  const passed = moments.filter((moment) => before > moment && now <= moment && now > 0);
  return passed.length === 0 ? null : Math.min(...passed);
}

/**
 * The server's time at the monotonic time `now`, assuming that the server answered halfway through the request. The
 * device's own clock has no part in it.
 */
export function serverTimeAt({ serverTime, askedAt, heardAt }: ClockReading, now: number): number {
  return Date.parse(serverTime) + now - (askedAt + heardAt) / 2;
}
