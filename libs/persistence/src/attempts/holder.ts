import type { AccountId, CandidateId, GuestId, InvitationId, OrganizationId } from '../ids';

/** Holder of an attempt: an account or a guest in practice, a candidate of an organization in an assessment. */
export type Holder =
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'guest'; readonly guestId: GuestId }
  | {
      readonly kind: 'candidate';
      readonly organizationId: OrganizationId;
      readonly candidateId: CandidateId;
      /** A candidate has the attempt of this invitation only. */
      readonly invitationId: InvitationId;
    };

/** A holder who practises and browses the bank. */
export type Practiser = Exclude<Holder, { readonly kind: 'candidate' }>;

export type CandidateHolder = Extract<Holder, { readonly kind: 'candidate' }>;

/** Everyone for whom one request may act: a browser may have the session of a person and that of a candidate. */
export type Holders = readonly [Holder] | readonly [Practiser, CandidateHolder];

/** A unique key of the holder, for rate limits, locks and the queue. */
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

/** The holder columns of a table. */
export type HolderColumns = {
  readonly accountId: AccountId | null;
  readonly guestId: GuestId | null;
  readonly organizationId: OrganizationId | null;
  readonly candidateId: CandidateId | null;
  readonly invitationId: InvitationId | null;
};

const NOBODY: HolderColumns = {
  accountId: null,
  guestId: null,
  organizationId: null,
  candidateId: null,
  invitationId: null,
};

export function columnsOf(holder: Holder | null): HolderColumns {
  if (holder === null) return NOBODY;
  const { kind: _, ...ids } = holder;
  return { ...NOBODY, ...ids };
}

/** The holder, from the columns of the row. A check constraint ensures that there is exactly one. */
export function holderOf({ accountId, guestId, ...candidate }: HolderColumns): Holder {
  const { organizationId, candidateId, invitationId } = candidate;
  if (organizationId !== null && candidateId !== null && invitationId !== null) {
    return { kind: 'candidate', organizationId, candidateId, invitationId };
  }
  if (accountId !== null) return { kind: 'account', accountId };
  if (guestId !== null) return { kind: 'guest', guestId };
  throw new Error('The row names no holder.');
}

/** The four parameters of `HELD`, in order. */
export function holderParameters(holders: Holders | null): readonly (string | null)[] {
  const found = (holders ?? []).map(columnsOf);
  const first = (column: keyof HolderColumns) => found.find((each) => each[column] !== null)?.[column] ?? null;
  return [first('accountId'), first('guestId'), first('organizationId'), first('invitationId')];
}

/**
 * SQL condition: account `$account` is now a member of every organization whose bank attempt `a` draws from. A person who
 * leaves an organization loses the attempts on its questions, also those begun before, and gets them back by returning.
 */
const MAY_SEE_BANKS = (account: number): string =>
  `(a.bank_owners = '{}' or not exists (
    select from unnest(a.bank_owners) owner (id) where not exists (
      select from member m where m.organization_id = owner.id and m.account_id = $${account})))`;

/** SQL condition: account `$account` may now see the drafts of the organization of attempt `a`, as `access/table.ts` says. */
const MAY_BUILD = (account: number): string => `exists (
    select from member m where m.organization_id = a.organization_id and m.account_id = $${account}
      and m.role in ('admin', 'manager', 'author'))`;

/**
 * SQL condition: one of the holders has attempt `a`. `holderParameters` are bound from parameter `first` on. An account
 * matches only its practice and its previews: attempts made as a candidate belong to the organization, and are found by
 * the invitation. Nobody has an erased attempt.
 */
export const HELD = (first: number): string =>
  `(a.erased_at is null
    and ((a.purpose = 'practice' and (a.account_id = $${first} or a.guest_id = $${first + 1}) and ${MAY_SEE_BANKS(first)})
      or (a.organization_id = $${first + 2} and a.invitation_id = $${first + 3})
      or (a.purpose = 'trial' and a.organization_id = $${first + 2} and exists (
        select from attempt_trial own where own.attempt_id = a.id and own.invitation_id = $${first + 3}))
      or (a.purpose = 'preview' and a.account_id = $${first} and ${MAY_BUILD(first)})))`;
