/** Carries the id of a submission whose verdict has come. */
export const SUBMISSION_CHANNEL = 'submission_graded';
