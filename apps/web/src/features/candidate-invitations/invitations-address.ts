import type { CandidateInvitationOrder, CandidateInvitationStatus } from '../../generated/operations';
import type { Direction } from '../../platform/sort-heading';

export const STATUSES = [
  'NOT_YET_OPEN',
  'INVITED',
  'OPENED',
  'CHECKED_IN',
  'STARTED',
  'SUBMITTED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
] as const satisfies readonly CandidateInvitationStatus[];

export type InvitationFilter = {
  readonly statuses: CandidateInvitationStatus[];
  readonly text: string;
  readonly isUndelivered: boolean;
};

/** What the URL of the page says about the filter; values that it does not know are left out. */
export function filterOf(search: URLSearchParams): InvitationFilter {
  const named = search.getAll('status').map((value) => value.toUpperCase());
  return {
    statuses: STATUSES.filter((status) => named.includes(status)),
    text: (search.get('q') ?? '').trim(),
    isUndelivered: search.get('mail') === 'undelivered',
  };
}

export type Column = keyof typeof ORDERS;

const ORDERS = {
  name: { ascending: 'NAME', descending: 'NAME_DESCENDING' },
  address: { ascending: 'ADDRESS', descending: 'ADDRESS_DESCENDING' },
  status: { ascending: 'STATUS', descending: 'STATUS_DESCENDING' },
  deadline: { ascending: 'DEADLINE', descending: 'DEADLINE_DESCENDING' },
  points: { ascending: 'POINTS', descending: 'POINTS_DESCENDING' },
} as const satisfies Record<string, Record<Direction, CandidateInvitationOrder>>;

const COLUMNS = Object.keys(ORDERS) as Column[];

/** How the URL sorts the table by a column; null if it does not. */
export function directionOf(search: URLSearchParams, column: Column): Direction | null {
  const sort = search.get('sort');
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

/** The order that the URL names; newest first if it names none. */
export function orderOf(search: URLSearchParams): CandidateInvitationOrder {
  for (const column of COLUMNS) {
    const direction = directionOf(search, column);
    if (direction !== null) return ORDERS[column][direction];
  }
  return 'NEWEST';
}

/** The URL that sorts by a column, or by none. */
export function withDirection(search: URLSearchParams, column: Column, direction: Direction | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (direction === null) next.delete('sort');
  else next.set('sort', direction === 'ascending' ? column : `-${column}`);
  return next;
}

export const isFiltered = ({ statuses, text, isUndelivered }: InvitationFilter): boolean =>
  statuses.length > 0 || text !== '' || isUndelivered;

/** The URL with a status more or less. */
export function withStatus(search: URLSearchParams, status: CandidateInvitationStatus): URLSearchParams {
  const { statuses } = filterOf(search);
  const wanted = STATUSES.filter((each) => statuses.includes(each) !== (each === status));
  const next = new URLSearchParams(search);
  next.delete('status');
  for (const each of wanted) next.append('status', each.toLowerCase());
  return next;
}

/** The URL with another value of a key; an empty one leaves the key out. */
export function withValue(search: URLSearchParams, key: 'q' | 'mail', value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value.trim() === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** Where the rows of the filter are as a file. */
export function exportAddress(assessmentId: string, search: URLSearchParams): string {
  const { statuses, text, isUndelivered } = filterOf(search);
  const query = new URLSearchParams({ assessmentId });
  for (const status of statuses) query.append('status', status);
  if (text !== '') query.set('text', text);
  if (isUndelivered) query.set('isUndelivered', 'true');
  return `/exports/candidate-invitations.csv?${query.toString()}`;
}
