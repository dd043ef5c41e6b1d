/** What PostgreSQL tells listeners: `job` when there may be work for a grader, `report` when one may be taken in. */
export const QUEUE_CHANNELS = { job: 'grading_job', report: 'grading_report' } as const;
