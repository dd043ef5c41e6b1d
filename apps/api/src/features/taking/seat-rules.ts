import { invitationStatus, type PublicLinkState } from '@holdout/assessment';
import type { CandidateInvitationRow, PublicLinkRow } from '@holdout/persistence';

/** As `publicLinkState`, and what the installation and the published version add to it. */
export type LinkState = PublicLinkState | 'noMail' | 'notReady';

type Own = { readonly kind: 'own'; readonly invitation: CandidateInvitationRow } | { readonly kind: 'withdrawn' };

/** A seat is good until the link closes, and for this long if it has no end. */
const OPEN_DAYS_MS = 30 * 86_400_000;

export const startsUntil = ({ closesAt }: Pick<PublicLinkRow, 'closesAt'>, now: Date): Date =>
  closesAt ?? new Date(now.getTime() + OPEN_DAYS_MS);

/**
 * The invitation with which a person comes in: one person has one. An attempt that runs or can be started comes first, then
 * one that has ended, then an earlier seat whatever has become of it. Null for a person who needs a new one.
 */
export function seatOf(invitations: readonly CandidateInvitationRow[], now: Date): Own | null {
  const withStatus = invitations.map((invitation) => ({ invitation, status: invitationStatus(invitation, now) }));
  const good = ['started', 'checkedIn', 'opened', 'invited', 'notYetOpen'];
  const best =
    withStatus.find(({ status }) => good.includes(status)) ??
    withStatus.find(({ status }) => status === 'submitted') ??
    withStatus.find(({ invitation }) => invitation.source === 'public');
  if (best === undefined) return null;
  return best.status === 'withdrawn' ? { kind: 'withdrawn' } : { kind: 'own', invitation: best.invitation };
}
