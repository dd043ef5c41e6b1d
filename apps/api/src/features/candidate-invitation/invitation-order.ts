import type { CandidateInvitationRow, InvitationOrder } from '@holdout/persistence';
import type { CandidateInvitationOrder } from '../../generated/resolvers';
import { readTextCursor, readTimeCursor, textCursor, timeCursor } from '../../platform/graphql/time-cursor';

export const ORDERS: Readonly<Record<CandidateInvitationOrder, InvitationOrder>> = {
  NEWEST: { by: 'created', isDescending: true },
  ADDRESS: { by: 'address', isDescending: false },
  ADDRESS_DESCENDING: { by: 'address', isDescending: true },
  DEADLINE: { by: 'deadline', isDescending: false },
  DEADLINE_DESCENDING: { by: 'deadline', isDescending: true },
};

/** The place of a row in an order. */
export function cursorOf({ by }: InvitationOrder, { id, email, createdAt, expiresAt }: CandidateInvitationRow): string {
  if (by === 'address') return textCursor(email, id);
  return timeCursor(by === 'deadline' ? expiresAt : createdAt, id);
}

export const readCursor = ({ by }: InvitationOrder, cursor: string): readonly [Date | string, string] =>
  by === 'address' ? readTextCursor(cursor) : readTimeCursor(cursor);
