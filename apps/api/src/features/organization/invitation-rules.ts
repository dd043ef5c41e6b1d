import type { MemberInvitation } from '@holdout/persistence';
import type { InvitationUnusableReason } from '../../generated/resolvers';

/** How long the link of an invitation to become a member can be used. */
export const INVITATION_LIVES_MS = 14 * 86_400_000;

/** Why an invitation cannot be used now; null if it can. */
export function usabilityOf(invitation: MemberInvitation | null, now: Date): InvitationUnusableReason | null {
  if (invitation === null) return 'UNKNOWN';
  if (invitation.withdrawnAt) return 'WITHDRAWN';
  if (invitation.usedAt) return 'USED';
  return invitation.expiresAt <= now ? 'EXPIRED' : null;
}

/** Masks an address: its owner recognizes it, others do not learn it. */
export function emailHint(email: string): string {
  const at = email.lastIndexOf('@');
  return `${String.fromCodePoint(email.codePointAt(0) ?? 63)}•••${email.slice(at)}`;
}
