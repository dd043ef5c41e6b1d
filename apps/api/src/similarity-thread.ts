import { parentPort, workerData } from 'node:worker_threads';
import { findAlike } from '@holdout/similarity';
import type { Comparable } from './features/similarity/comparer';

// The entry of a thread of Comparer: one question, one result.
const { question, programs } = workerData as Comparable;
let told = 0;
const comparison = await findAlike(question, programs, (progress) => {
  if (progress - told < 0.02) return;
  told = progress;
  parentPort?.postMessage({ progress });
});
parentPort?.postMessage({ comparison });
