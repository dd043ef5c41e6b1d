import { Worker } from 'node:worker_threads';
import {
  type CallsJudged,
  type CallsTask,
  type Judge,
  judgeHere,
  type JudgeTask,
  type PredictionsJudged,
  type PredictionsTask,
  type RowsJudged,
  type RowsTask,
  type Verdict,
} from '@holdout/grading';

export type JudgeThreadsOptions = {
  /** The module that each thread runs. */
  readonly entry: URL;
  readonly threads: number;
  /** The longest time for one comparison. */
  readonly limitMs: number;
};

/** A table with more cells is compared in another thread. Other long answers are those that come as a frame. */
const MAX_CELLS = 2000;
const HEAP_MB = 768;

const TOO_LARGE: Verdict = {
  kind: 'invalidAnswer',
  reason: 'The answer is too large to be compared. Return only what is asked for.',
};

/**
 * Compares long answers in other threads, so that they hold up neither the leases nor the runs of other jobs. An answer has
 * at most 8 MB; one whose comparison takes too long or too much memory is invalid, and its thread is replaced.
 */
export class JudgeThreads implements Judge {
  private readonly idle: Worker[] = [];
  private readonly waiting: ((worker: Worker) => void)[] = [];

  constructor(private readonly options: JudgeThreadsOptions) {
    for (let count = 0; count < options.threads; count += 1) this.idle.push(this.start());
  }

  async calls(task: CallsTask): Promise<CallsJudged> {
    if (task.run.frame === undefined) return judgeHere.calls(task);
    const tooLarge = { verdict: TOO_LARGE, actual: null };
    return this.elsewhere(task, { isUnloaded: false, calls: task.rights.map(() => tooLarge) });
  }

  async rows(task: RowsTask): Promise<RowsJudged> {
    if (task.run.frame === undefined && cellsIn(task.run.answer) <= MAX_CELLS) return judgeHere.rows(task);
    return this.elsewhere(task, { verdict: TOO_LARGE, actual: null, table: null });
  }

  async predictions(task: PredictionsTask): Promise<PredictionsJudged> {
    if (task.run.frame === undefined) return judgeHere.predictions(task);
    return this.elsewhere(task, { isUnloaded: false, predicted: { verdict: TOO_LARGE }, actual: null });
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private async elsewhere<T>(task: JudgeTask, otherwise: T): Promise<T> {
    const worker = this.idle.pop() ?? (await new Promise<Worker>((take) => this.waiting.push(take)));
    const judged = await this.ask<T>(worker, task).catch(async (error: unknown) => {
      await worker.terminate();
      this.release(this.start());
      if (isTooMuch(error)) return otherwise;
      throw error;
    });
    if (judged !== otherwise) this.release(worker);
    return judged;
  }

  private ask<T>(worker: Worker, task: JudgeTask): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const exited = (): void => reject(new Error('the thread that compares answers has exited'));
    const timer = setTimeout(() => reject(new TooLong()), this.options.limitMs);
    worker.once('message', resolve).once('error', reject).once('exit', exited);
    if (worker.threadId < 0) exited();
    worker.postMessage(task);
    return promise.finally(() => {
      clearTimeout(timer);
      worker.off('message', resolve).off('error', reject).off('exit', exited);
    });
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift();
    if (next) next(worker);
    else this.idle.push(worker);
  }

  /** A thread that is idle does not keep the process alive. */
  private start(): Worker {
    const worker = new Worker(this.options.entry, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.unref();
    // Also one that fails while it is idle must not end this process; its next task is told.
    worker.on('error', () => undefined);
    return worker;
  }
}

class TooLong extends Error {}

function isTooMuch(error: unknown): boolean {
  return (
    error instanceof TooLong || (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
  );
}

function cellsIn(answer: unknown): number {
  const { columns, rows } = (answer ?? {}) as { readonly columns?: unknown; readonly rows?: unknown };
  return Array.isArray(columns) && Array.isArray(rows) ? columns.length * rows.length : 0;
}
