import type { MemberInvitation } from '@holdout/persistence';
import type { InvitationUnusableReason } from '../../generated/resolvers';

/** Why an invitation cannot be used now; null when it can. */
export function usabilityOf(invitation: MemberInvitation | null, now: Date): InvitationUnusableReason | null {
  if (invitation === null) return 'UNKNOWN';
  if (invitation.withdrawnAt) return 'WITHDRAWN';
  if (invitation.usedAt) return 'USED';
  return invitation.expiresAt <= now ? 'EXPIRED' : null;
}

/** Enough to recognise one's own address, too little to learn another's. */
export function emailHint(email: string): string {
  const at = email.lastIndexOf('@');
  return `${String.fromCodePoint(email.codePointAt(0) ?? 63)}•••${email.slice(at)}`;
}
