/** Channels of NOTIFY: `job` when there may be work for a grader, `report` when a report may be ready. */
export const QUEUE_CHANNELS = { job: 'grading_job', report: 'grading_report' } as const;

/** Lower ranks always go first; within a rank the queue is fair between people. */
export const RANKS = { attempt: 0, account: 1, guest: 2, system: 3 } as const;
export type JobRank = keyof typeof RANKS;
