import { parseId } from '@holdout/persistence';
import { AppError } from '../app-error';

/** The cursor of a row in a list that is ordered by a time, then by id. */
export const timeCursor = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

const NOT_OF_THIS_LIST = 'The cursor is not one of this list. Start again from its first page.';

/** The cursor of a row in a list that is ordered by a text, then by id. */
export const textCursor = (text: string, id: string): string =>
  Buffer.from(JSON.stringify([text, id])).toString('base64url');

/** Text and id of a cursor. Throws BAD_INPUT for a text that is no cursor. */
export function readTextCursor(cursor: string): readonly [string, string] {
  const refused = new AppError('BAD_INPUT', NOT_OF_THIS_LIST);
  try {
    const [text, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof text === 'string' && !text.includes('\0') && typeof id === 'string' && parseId(id) !== null)
      return [text, id];
  } catch {
    throw refused;
  }
  throw refused;
}

/** The same, for a list that is ordered by a number. */
export function readNumberCursor(cursor: string): readonly [string, string] {
  const [text, id] = readTextCursor(cursor);
  if (!/^-?\d{1,9}(\.\d{1,20})?(e-?\d{1,3})?$/.test(text)) throw new AppError('BAD_INPUT', NOT_OF_THIS_LIST);
  return [text, id];
}

/** Time and id of a cursor. Throws BAD_INPUT for a text that is no cursor. */
export function readTimeCursor(cursor: string): readonly [Date, string] {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || parseId(id) === null) throw new AppError('BAD_INPUT', NOT_OF_THIS_LIST);
  return [at, id];
}
