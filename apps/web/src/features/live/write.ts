import type { LiveAttempt } from './live-query';

/** Whom to write to: these, or everyone whose attempt runs. */
export type Recipients = 'all' | readonly LiveAttempt[];

/** A message, time, or both in one act. */
export type What = 'message' | 'time' | 'both';

export type WriteProps = {
  readonly assessmentId: string;
  readonly to: Recipients;
  readonly what: What;
  readonly running: number;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
};
