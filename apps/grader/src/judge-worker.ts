import { parentPort } from 'node:worker_threads';
import { type JudgeTask, judgeTask } from '@holdout/grading';

// The entry of a thread of JudgeThreads: one task, one result.
parentPort?.on('message', (task: JudgeTask) => {
  parentPort?.postMessage(judgeTask(task));
});
