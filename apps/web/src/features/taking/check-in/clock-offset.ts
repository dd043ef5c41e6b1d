/** Readings of the device's clock around one answer of the server, in milliseconds. */
export type ClockReadings = { readonly sentAt: number; readonly heardAt: number; readonly serverAt: number };

/** People look at a clock to the minute. */
const TOLERANCE_MS = 20_000;

/**
 * By how much the device's clock is ahead of the server's, in whole seconds; negative if it is behind. Null if they agree
 * as far as can be told: the answer was made at some moment between sending and hearing.
 */
export function secondsAhead({ sentAt, heardAt, serverAt }: ClockReadings): number | null {
  const uncertainty = Math.max(0, heardAt - sentAt) / 2;
  const ahead = (sentAt + heardAt) / 2 - serverAt;
  return Math.abs(ahead) > TOLERANCE_MS + uncertainty ? Math.round(ahead / 1000) : null;
}
