import { parentPort } from 'node:worker_threads';
import { type CallsTask, judgeCalls, judgeQuery, type RowsTask } from '@holdout/grading';

// The entry of a thread of JudgeThreads: one task, one result.
parentPort?.on('message', (task: CallsTask | RowsTask) => {
  parentPort?.postMessage(task.kind === 'calls' ? judgeCalls(task) : judgeQuery(task));
});
