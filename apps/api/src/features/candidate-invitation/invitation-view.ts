import type { InvitationStatus } from '@holdout/assessment';
import type { CandidateInvitationRow, InvitationFilter, InvitationSource } from '@holdout/persistence';
import type {
  CandidateInvitationFilter,
  CandidateInvitationSource,
  CandidateInvitationStatus,
  MailDelivery,
  MailFailureReason,
} from '../../generated/resolvers';

const STATUSES = {
  notYetOpen: 'NOT_YET_OPEN',
  invited: 'INVITED',
  opened: 'OPENED',
  checkedIn: 'CHECKED_IN',
  started: 'STARTED',
  submitted: 'SUBMITTED',
  declined: 'DECLINED',
  expired: 'EXPIRED',
  withdrawn: 'WITHDRAWN',
} as const satisfies Record<InvitationStatus, CandidateInvitationStatus>;

const FAILURES = {
  badAddress: 'BAD_ADDRESS',
  refused: 'REFUSED',
  rejected: 'REJECTED',
  notDelivered: 'NOT_DELIVERED',
  noServer: 'NO_SERVER',
  internal: 'INTERNAL',
} as const satisfies Record<NonNullable<CandidateInvitationRow['failure']>, MailFailureReason>;

const SOURCES = { mail: 'MAIL', link: 'LINK', public: 'PUBLIC' } as const satisfies Record<
  InvitationSource,
  CandidateInvitationSource
>;

const MOST_WORDS = 8;

/** The words of a search, as the repository compares them. */
export const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

const namedBy = <Name extends string, Shown extends string>(shown: Readonly<Record<Name, Shown>>) => {
  const names = new Map(Object.entries<Shown>(shown).map(([name, value]) => [value, name as Name]));
  return (value: Shown): Name => {
    const name = names.get(value);
    if (name === undefined) throw new Error(`${value} is no value of this enum.`);
    return name;
  };
};

export const statusShown = (status: InvitationStatus): CandidateInvitationStatus => STATUSES[status];
export const statusNamed = namedBy(STATUSES);
export const sourceShown = (source: InvitationSource): CandidateInvitationSource => SOURCES[source];
export const sourceNamed = namedBy(SOURCES);

/** What became of the latest mail about an invitation. */
export function deliveryOf(
  { source, sentAt, failure, failedAt }: CandidateInvitationRow,
  sendsMail: boolean,
): MailDelivery {
  if (source !== 'mail' || !sendsMail) return { state: 'NONE', sentAt: null, failure: null };
  if (sentAt !== null) return { state: 'SENT', sentAt, failure: null };
  const reason = failure === null ? null : FAILURES[failure];
  return { state: failedAt === null ? 'WAITING' : 'FAILED', sentAt: null, failure: reason };
}

/** The filter as the repository takes it. */
export function filterOf({ text, statuses, isUndelivered }: Partial<CandidateInvitationFilter>): InvitationFilter {
  return {
    words: wordsOf(text ?? ''),
    statuses: (statuses ?? []).map(statusNamed),
    isUndelivered: isUndelivered ?? false,
  };
}

/** The status of an invitation is set by one of its times. */
export function sinceOf(row: CandidateInvitationRow, status: InvitationStatus): Date {
  const times = {
    notYetOpen: row.createdAt,
    invited: row.opensAt !== null && row.opensAt > row.createdAt ? row.opensAt : row.createdAt,
    opened: row.openedAt,
    checkedIn: row.checkedInAt,
    started: row.startedAt,
    submitted: row.endedAt,
    declined: row.declinedAt,
    expired: row.expiresAt,
    withdrawn: row.withdrawnAt,
  } satisfies Record<InvitationStatus, Date | null>;
  return times[status] ?? row.createdAt;
}
