import { parseId } from '@holdout/persistence';
import { AppError } from '../app-error';

/** The cursor of a row in a list that is ordered by a time, then by id. */
export const timeCursor = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** Time and id of a cursor. Throws BAD_INPUT for a text that is no cursor. */
export function readTimeCursor(cursor: string): readonly [Date, string] {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || parseId(id) === null)
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return [at, id];
}
