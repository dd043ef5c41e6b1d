import type { CandidateInvitationStatus } from '../../generated/operations';

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
