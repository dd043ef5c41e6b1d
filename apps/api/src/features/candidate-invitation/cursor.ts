import { type CandidateInvitationRow, parseId } from '@holdout/persistence';
import { AppError } from '../../platform/app-error';

export const cursorOf = ({ createdAt, id }: CandidateInvitationRow): string =>
  Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');

/** Throws BAD_INPUT for a cursor that is not one of the list. */
export function readCursor(cursor: string): readonly [Date, string] {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || parseId(id) === null)
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  return [at, id];
}
