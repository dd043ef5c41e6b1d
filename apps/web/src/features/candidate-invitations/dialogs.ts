import type { Invitation } from './invitations-operations';

export type DialogName = 'extend' | 'withdraw' | 'allowance' | 'merge' | 'erase';

/** A dialog about one or many invitations. */
export type OpenDialog = { readonly name: DialogName; readonly invitations: readonly Invitation[] };

export type DialogProps = {
  readonly assessmentId: string;
  readonly invitations: readonly Invitation[];
  readonly timeZone: string;
  readonly onClose: () => void;
  /** Says what was done. */
  readonly onDone: (words: string) => void;
};
