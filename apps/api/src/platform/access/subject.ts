import type { AccountId, GuestId } from '@holdout/persistence';

/** Who is asking: an account, or a guest who practises without one. */
export type Subject =
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly guestId: null }
  | { readonly kind: 'guest'; readonly accountId: null; readonly guestId: GuestId };

export const accountSubject = (accountId: AccountId): Subject => ({ kind: 'account', accountId, guestId: null });
export const guestSubject = (guestId: GuestId): Subject => ({ kind: 'guest', accountId: null, guestId });
