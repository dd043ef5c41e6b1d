import { QueuedTask } from '../../platform/jobs/queued-task';

/** Fills the demo organization of local mode. Each start asks for it; what is there already is left as it is. */
export const MAKE_DEMO = new QueuedTask<Record<string, never>>('makeDemo', 5);
