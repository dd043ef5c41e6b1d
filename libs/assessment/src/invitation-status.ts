/** The times from which the status of a candidate's invitation follows. */
export type InvitationFacts = {
  readonly opensAt: Date | null;
  readonly expiresAt: Date;
  readonly openedAt: Date | null;
  /** When check-in was first begun. */
  readonly checkedInAt: Date | null;
  readonly declinedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When the attempt was started, and when it ended; null until then. */
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
};

/** All statuses, in the order in which an invitation usually goes through them. */
export const INVITATION_STATUSES = [
  'notYetOpen',
  'invited',
  'opened',
  'checkedIn',
  'started',
  'submitted',
  'declined',
  'expired',
  'withdrawn',
] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** The status at a time. What the candidate has done counts before what happened to the invitation afterwards. */
export function invitationStatus(invitation: InvitationFacts, now: Date): InvitationStatus {
  if (invitation.endedAt !== null) return 'submitted';
  if (invitation.startedAt !== null) return 'started';
  if (invitation.withdrawnAt !== null) return 'withdrawn';
  if (invitation.declinedAt !== null) return 'declined';
  return statusByTime(invitation, now);
}

function statusByTime({ opensAt, expiresAt, openedAt, checkedInAt }: InvitationFacts, now: Date): InvitationStatus {
  if (expiresAt <= now) return 'expired';
  if (opensAt !== null && opensAt > now) return 'notYetOpen';
  if (checkedInAt !== null) return 'checkedIn';
  return openedAt === null ? 'invited' : 'opened';
}

/** The statuses in which the attempt can be started. */
const STARTABLE: readonly InvitationStatus[] = ['invited', 'opened', 'checkedIn'];

/** The statuses before the start, as long as a start is to be expected. */
export const BEFORE_START: readonly InvitationStatus[] = ['notYetOpen', ...STARTABLE];

/** Whether the attempt can be started now. */
export function mayStart(invitation: InvitationFacts, now: Date): boolean {
  return STARTABLE.includes(invitationStatus(invitation, now));
}
