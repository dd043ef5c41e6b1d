import type { StatusKind } from '@holdout/ui';

type Scored = { readonly earned: number; readonly possible: number; readonly pending?: number };

/** How an answer came out. While points wait for a person, nothing is said of the rest. */
export function verdictOf({ earned, possible, pending = 0 }: Scored): StatusKind {
  if (pending > 0) return 'waiting';
  if (earned >= possible) return 'right';
  return earned > 0 ? 'partly' : 'wrong';
}
