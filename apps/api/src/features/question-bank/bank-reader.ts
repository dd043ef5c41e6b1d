import { Worker } from 'node:worker_threads';
import type { LoadedBank } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../../platform/app-error';
import { APP_OPTIONS, type AppOptions } from '../../platform/app-options';

/** Reading the largest question of the public bank takes a hundredth of each. */
const LIMIT_MS = 10_000;
const HEAP_MB = 256;
/** Uploads that wait for their turn. */
const MOST_WAITING = 8;

/**
 * Reads uploaded files in a thread of their own, one upload at a time, because whoever writes them may try to keep the
 * parser busy or fill its memory. Programs in the files are not run here: that is the sandbox's.
 */
@Injectable()
export class BankReader {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly entry: URL;

  constructor(@Inject(APP_OPTIONS) { bankReader }: Pick<AppOptions, 'bankReader'>) {
    this.entry = bankReader;
  }

  /** The bank; null if reading it took too long or too much memory. */
  async read(files: ReadonlyMap<string, string>, limitMs = LIMIT_MS): Promise<LoadedBank | null> {
    if (this.waiting >= MOST_WAITING) throw new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: 10 });
    this.waiting += 1;
    const turn = this.last.then(() => this.readNow(files, limitMs));
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }

  private async readNow(files: ReadonlyMap<string, string>, limitMs: number): Promise<LoadedBank | null> {
    const { promise, resolve, reject } = Promise.withResolvers<LoadedBank | null>();
    const worker = new Worker(this.entry, { workerData: files, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    const timer = setTimeout(() => resolve(null), limitMs);
    worker
      .once('message', resolve)
      .once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
      )
      .once('exit', () => reject(new Error('The thread that reads a bank has exited.')));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}
