import type { InputIssue } from '../../generated/resolvers';

const YEAR_MS = 366 * 86_400_000;
const LARGEST_CAP = 10_000;
const UNDO = { least: 10, most: 600 } as const;

/** What is wrong with the time in which people may start. */
export function windowIssues(
  { opensAt, expiresAt }: { opensAt: Date | null; expiresAt: Date },
  now: Date,
): InputIssue[] {
  if (expiresAt <= now || (opensAt !== null && expiresAt <= opensAt))
    return [{ field: 'expiresAt', code: 'TOO_SMALL', limit: null }];
  if (expiresAt.getTime() > now.getTime() + YEAR_MS) return [{ field: 'expiresAt', code: 'TOO_LARGE', limit: null }];
  return [];
}

/** What is wrong with the time for Undo. */
export function undoIssues(seconds: number): InputIssue[] {
  if (seconds < UNDO.least) return [{ field: 'sendsAfterSeconds', code: 'TOO_SMALL', limit: UNDO.least }];
  return seconds > UNDO.most ? [{ field: 'sendsAfterSeconds', code: 'TOO_LARGE', limit: UNDO.most }] : [];
}

export function capIssues(cap: number): InputIssue[] {
  if (cap < 1) return [{ field: 'cap', code: 'TOO_SMALL', limit: 1 }];
  return cap > LARGEST_CAP ? [{ field: 'cap', code: 'TOO_LARGE', limit: LARGEST_CAP }] : [];
}
