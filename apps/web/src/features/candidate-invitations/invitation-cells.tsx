import { Status, type StatusKind } from '@holdout/ui';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CandidateInvitationStatus } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { Invitation } from './invitations-operations';

const KINDS: Readonly<Record<CandidateInvitationStatus, StatusKind>> = {
  NOT_YET_OPEN: 'waiting',
  INVITED: 'waiting',
  OPENED: 'waiting',
  CHECKED_IN: 'waiting',
  STARTED: 'partly',
  SUBMITTED: 'right',
  DECLINED: 'notGraded',
  EXPIRED: 'notGraded',
  WITHDRAWN: 'notGraded',
};

type Props = { readonly invitation: Invitation };

function Dim({ children }: { readonly children: ReactNode }) {
  return (
    <Text span display="block" size="xs" c="dimmed">
      {children}
    </Text>
  );
}

/** The status, and since when. */
export function StatusCell({ invitation: { status, statusSince } }: Props) {
  const { candidateInvitations: words } = useAssessmentMessages();
  const { dates } = useMessages();
  return (
    <>
      <Status kind={KINDS[status]} label={words.status[status]} />
      {statusSince === null ? null : <Dim>{words.table.since(dates.day(statusSince))}</Dim>}
    </>
  );
}

/** Until when the person may start, in the time zone of the organization. */
export function DeadlineCell({ invitation, timeZone }: Props & { readonly timeZone: string }) {
  const { candidateInvitations: words } = useAssessmentMessages();
  const { status, opensAt, expiresAt } = invitation;
  return (
    <>
      <span>{words.deadline(expiresAt, timeZone)}</span>
      {status === 'NOT_YET_OPEN' && opensAt !== null ? (
        <Dim>{words.table.opens(words.deadline(opensAt, timeZone))}</Dim>
      ) : null}
    </>
  );
}

export function AllowanceCell({ invitation: { candidate } }: Props) {
  const { table: words } = useAssessmentMessages().candidateInvitations;
  const { extraTime, breakMinutes } = candidate.allowance ?? { extraTime: 0, breakMinutes: 0 };
  if (extraTime === 0 && breakMinutes === 0)
    return (
      <Text span size="sm" c="dimmed">
        {words.noAllowance}
      </Text>
    );
  return words.allowanceOf(extraTime, breakMinutes);
}

/** What became of the latest mail; with the reason if it could not be delivered. */
export function MailCell({ invitation: { delivery, source, remindedAt } }: Props) {
  const { table: words, failure } = useAssessmentMessages().candidateInvitations;
  const { dates } = useMessages();
  const reminded = remindedAt === null ? null : <Dim>{words.reminded(dates.day(remindedAt))}</Dim>;
  switch (delivery.state) {
    case 'FAILED':
      return (
        <>
          <Status kind="attention" label={words.notDelivered} />
          {delivery.failure === null ? null : <Dim>{failure[delivery.failure]}</Dim>}
        </>
      );
    case 'WAITING':
      return (
        <>
          <span>{words.waiting}</span>
          {reminded}
        </>
      );
    case 'SENT':
      return (
        <>
          {delivery.sentAt === null ? null : <span>{words.sent(dates.day(delivery.sentAt))}</span>}
          {reminded}
        </>
      );
    case 'NONE':
      return source === 'PUBLIC' ? words.byPublicLink : words.byLink;
  }
}

/** The points of an attempt that has ended, with those that are still to be awarded. */
export function PointsCell({ invitation: { attempt } }: Props) {
  const { table: words } = useAssessmentMessages().candidateInvitations;
  const total = attempt?.total ?? null;
  if (total === null) return null;
  return (
    <>
      <span>{words.pointsOf(total.earned, total.possible)}</span>
      {total.pending > 0 ? <Dim>{words.pending(total.pending)}</Dim> : null}
    </>
  );
}
