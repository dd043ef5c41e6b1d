import type { InvitationOrder, ListedInvitationRow } from '@holdout/persistence';
import type { CandidateInvitationOrder } from '../../generated/resolvers';
import {
  readNumberCursor,
  readTextCursor,
  readTimeCursor,
  textCursor,
  timeCursor,
} from '../../platform/graphql/time-cursor';

export const ORDERS: Readonly<Record<CandidateInvitationOrder, InvitationOrder>> = {
  NEWEST: { by: 'created', isDescending: true },
  NAME: { by: 'name', isDescending: false },
  NAME_DESCENDING: { by: 'name', isDescending: true },
  ADDRESS: { by: 'address', isDescending: false },
  ADDRESS_DESCENDING: { by: 'address', isDescending: true },
  STATUS: { by: 'status', isDescending: false },
  STATUS_DESCENDING: { by: 'status', isDescending: true },
  DEADLINE: { by: 'deadline', isDescending: false },
  DEADLINE_DESCENDING: { by: 'deadline', isDescending: true },
  POINTS: { by: 'points', isDescending: false },
  POINTS_DESCENDING: { by: 'points', isDescending: true },
};

/** The place of a row in an order. */
export function cursorOf(
  { by }: InvitationOrder,
  { id, place, createdAt, expiresAt }: Pick<ListedInvitationRow, 'id' | 'place' | 'createdAt' | 'expiresAt'>,
): string {
  if (by === 'created') return timeCursor(createdAt, id);
  return by === 'deadline' ? timeCursor(expiresAt, id) : textCursor(place, id);
}

export function readCursor({ by }: InvitationOrder, cursor: string): readonly [Date | string, string] {
  if (by === 'created' || by === 'deadline') return readTimeCursor(cursor);
  return by === 'status' || by === 'points' ? readNumberCursor(cursor) : readTextCursor(cursor);
}
