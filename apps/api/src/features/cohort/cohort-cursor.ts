import type { CohortOrder } from '@holdout/persistence';
import { AppError } from '../../platform/app-error';
import { readTextCursor, textCursor } from '../../platform/graphql/time-cursor';

/** The place of a row: its key in the order, and its attempt. */
export const cohortCursor = (key: string | number, attemptId: string): string => textCursor(String(key), attemptId);

/** Throws BAD_INPUT for a text that is no cursor of this order. */
export function readCohortCursor({ by }: CohortOrder, cursor: string): readonly [string | number, string] {
  const [key, attemptId] = readTextCursor(cursor);
  if (by !== 'score') return [key, attemptId];
  const share = Number(key);
  if (!Number.isFinite(share))
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return [share, attemptId];
}
