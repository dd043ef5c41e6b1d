export type Deadline = {
  readonly startedAt: Date;
  readonly limitSeconds: number;
  /** An accommodation, as a share of the limit: 0.25 is a quarter more time. */
  readonly extraTime: number;
};

/**
 * When an attempt stops accepting work.
 *
 * Extra time (an accommodation) stretches the limit, not the start: a candidate
 * with 25% extra on a 60-minute assessment has 75 minutes.
 */
export function closesAt({ startedAt, limitSeconds, extraTime }: Deadline): Date {
  return new Date(startedAt.getTime() + Math.round(limitSeconds * (1 + extraTime)) * 1000);
}

/** Says whether work may still be handed in; the closing moment itself is too late. */
export function isOpen(deadline: Deadline, now: Date): boolean {
  return now.getTime() < closesAt(deadline).getTime();
}

/** Whole seconds until the attempt closes, never below 0. */
export function secondsLeft(deadline: Deadline, now: Date): number {
  return Math.max(0, Math.ceil((closesAt(deadline).getTime() - now.getTime()) / 1000));
}
