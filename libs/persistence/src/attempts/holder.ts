import type { AccountId, CandidateId, GuestId, OrganizationId } from '../ids';

/** Who holds an attempt: in practice an account or a guest, in an assessment a candidate of an organization. */
export type Holder =
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'guest'; readonly guestId: GuestId }
  | { readonly kind: 'candidate'; readonly organizationId: OrganizationId; readonly candidateId: CandidateId };

/** Who practises and browses the bank. */
export type Practiser = Exclude<Holder, { readonly kind: 'candidate' }>;

/** A text that no two holders share, for rate limits, locks and the queue. */
export function keyOf(holder: Holder): string {
  switch (holder.kind) {
    case 'account':
      return holder.accountId;
    case 'guest':
      return holder.guestId;
    case 'candidate':
      return holder.candidateId;
  }
}

/** The columns of a table that names its holder. */
export type HolderColumns = {
  readonly accountId: AccountId | null;
  readonly guestId: GuestId | null;
  readonly organizationId: OrganizationId | null;
  readonly candidateId: CandidateId | null;
};

export function columnsOf(holder: Holder | null): HolderColumns {
  const none = { accountId: null, guestId: null, organizationId: null, candidateId: null };
  if (holder === null) return none;
  const { kind: _, ...ids } = holder;
  return { ...none, ...ids };
}

/** Who holds an attempt, from its columns; a constraint of the table says that exactly one does. */
export function holderOf({ accountId, guestId, organizationId, candidateId }: HolderColumns): Holder {
  if (organizationId !== null && candidateId !== null) return { kind: 'candidate', organizationId, candidateId };
  if (accountId !== null) return { kind: 'account', accountId };
  if (guestId !== null) return { kind: 'guest', guestId };
  throw new Error('No one holds the attempt.');
}

/** The four parameters of `HELD`, in their order. */
export function holderParameters(holder: Holder | null): readonly (string | null)[] {
  const { accountId, guestId, organizationId, candidateId } = columnsOf(holder);
  return [accountId, guestId, organizationId, candidateId];
}

/**
 * The SQL condition that attempt `a` is the holder's, with `holderParameters` from parameter `first` on. An account
 * reaches its practice only: what it did as a candidate belongs to the organization.
 */
export const HELD = (first: number): string =>
  `((a.purpose = 'practice' and (a.account_id = $${first} or a.guest_id = $${first + 1}))
    or (a.organization_id = $${first + 2} and a.candidate_id = $${first + 3}))`;
