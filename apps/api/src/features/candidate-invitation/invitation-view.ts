import type { InvitationStatus } from '@holdout/assessment';
import type { CandidateInvitationRow, InvitationSource } from '@holdout/persistence';
import type {
  CandidateInvitationSource,
  CandidateInvitationStatus,
  MailDelivery,
  MailFailureReason,
} from '../../generated/resolvers';

const STATUSES = {
  notYetOpen: 'NOT_YET_OPEN',
  invited: 'INVITED',
  opened: 'OPENED',
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
