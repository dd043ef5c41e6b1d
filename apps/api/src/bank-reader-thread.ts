import { parentPort, workerData } from 'node:worker_threads';
import { type BankFiles, readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';

// The entry of a thread of BankReader: one bank, one result.
parentPort?.postMessage(readBank(workerData as BankFiles, { sha256 }));
