/** What PostgreSQL tells listeners: `job` when there may be work for a grader, `report` when one may be taken in. */
export const QUEUE_CHANNELS = { job: 'grading_job', report: 'grading_report' } as const;

/** Lower goes first, always; among equals the queue is fair between persons. */
export const RANKS = { attempt: 0, account: 1, guest: 2, system: 3 } as const;
export type JobRank = keyof typeof RANKS;
