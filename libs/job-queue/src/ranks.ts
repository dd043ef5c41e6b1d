/** Lower goes first, always; among equals the queue is fair between persons. */
export const RANKS = { attempt: 0, account: 1, guest: 2, system: 3 } as const;
export type JobRank = keyof typeof RANKS;
