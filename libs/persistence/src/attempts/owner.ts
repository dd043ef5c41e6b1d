/** Whose practice it is: an account's or a guest's, never both. Part of every query that reaches an attempt. */
export type PracticeOwner =
  { readonly accountId: string; readonly guestId: null } | { readonly accountId: null; readonly guestId: string };
