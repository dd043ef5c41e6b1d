import type { StatusKind } from '@holdout/ui';

const TWO_DECIMALS = 100;

/** Formats points with at most two decimals. */
export const points = (value: number): string => String(Math.round(value * TWO_DECIMALS) / TWO_DECIMALS);

type Scored = { readonly earned: number; readonly possible: number; readonly pending?: number };

/** The verdict of an answer. While points are pending human grading, it is `pending` whatever the other points are. */
export function verdictOf({ earned, possible, pending = 0 }: Scored): StatusKind {
  if (pending > 0) return 'waiting';
  if (earned >= possible) return 'right';
  return earned > 0 ? 'partly' : 'wrong';
}
