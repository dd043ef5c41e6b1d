import type {
  AccountId,
  AssessmentFilterRow,
  AssessmentOrder as Order,
  AssessmentWaiting as Waiting,
  ListedAssessmentRow,
} from '@holdout/persistence';
import type { AssessmentFilter, AssessmentOrder, AssessmentWaiting } from '../../generated/resolvers';
import {
  readNumberCursor,
  readTextCursor,
  readTimeCursor,
  textCursor,
  timeCursor,
} from '../../platform/graphql/time-cursor';

export const ORDERS: Readonly<Record<AssessmentOrder, Order>> = {
  CHANGED_LAST: { by: 'changed', isDescending: true },
  CHANGED_FIRST: { by: 'changed', isDescending: false },
  TITLE: { by: 'title', isDescending: false },
  TITLE_DESCENDING: { by: 'title', isDescending: true },
  INVITED: { by: 'invited', isDescending: false },
  INVITED_DESCENDING: { by: 'invited', isDescending: true },
  STARTED: { by: 'started', isDescending: false },
  STARTED_DESCENDING: { by: 'started', isDescending: true },
  SUBMITTED: { by: 'submitted', isDescending: false },
  SUBMITTED_DESCENDING: { by: 'submitted', isDescending: true },
};

const WAITING: Readonly<Record<AssessmentWaiting, Waiting>> = {
  FAILED_VERSION: 'failedVersion',
  UNDELIVERED_MAIL: 'undeliveredMail',
  UNPUBLISHED_CHANGES: 'unpublishedChanges',
  NEW_SUBMISSIONS: 'newSubmissions',
};

/** The place of a row in an order. */
export const cursorOf = ({ by }: Order, { id, place, updatedAt }: ListedAssessmentRow): string =>
  by === 'changed' ? timeCursor(updatedAt, id) : textCursor(place, id);

export function readCursor({ by }: Order, cursor: string): readonly [Date | string, string] {
  if (by === 'changed') return readTimeCursor(cursor);
  return by === 'title' ? readTextCursor(cursor) : readNumberCursor(cursor);
}

/** A filter as the repository takes it, without the time from which submissions are new. */
export function readAssessmentFilter(
  { text, isArchived = false, isOwn = false, waiting }: Partial<AssessmentFilter>,
  viewer: AccountId,
): Omit<AssessmentFilterRow, 'newSince'> {
  return {
    isArchived,
    words: (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8),
    editedBy: isOwn ? viewer : null,
    waiting: waiting ? WAITING[waiting] : null,
  };
}
