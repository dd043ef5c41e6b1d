/** The times from which the status of a candidate's invitation follows. */
export type InvitationFacts = {
  readonly opensAt: Date | null;
  readonly expiresAt: Date;
  readonly openedAt: Date | null;
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

function statusByTime({ opensAt, expiresAt, openedAt }: InvitationFacts, now: Date): InvitationStatus {
  if (expiresAt <= now) return 'expired';
  if (opensAt !== null && opensAt > now) return 'notYetOpen';
  return openedAt === null ? 'invited' : 'opened';
}

/** Whether the attempt can be started now. */
export function mayStart(invitation: InvitationFacts, now: Date): boolean {
  return ['invited', 'opened'].includes(invitationStatus(invitation, now));
}
