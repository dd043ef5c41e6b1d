/**
 * Every kind of mail. A person waits at the screen for an `urgent` one, so it does not stand behind thousands of
 * invitations.
 */
export const MAIL_KINDS = {
  addressChanged: 'urgent',
  candidateInvitation: 'bulk',
  candidateReminder: 'bulk',
  deviceCode: 'urgent',
  memberInvitation: 'bulk',
  passwordChanged: 'urgent',
  passwordReset: 'urgent',
  reportReleased: 'bulk',
  seatCode: 'urgent',
  timeAnswer: 'bulk',
  timeRequest: 'bulk',
  verifyAddress: 'urgent',
} as const satisfies Record<string, 'urgent' | 'bulk'>;

export type MailKind = keyof typeof MAIL_KINDS;
