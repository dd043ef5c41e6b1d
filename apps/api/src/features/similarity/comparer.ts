import { Worker } from 'node:worker_threads';
import type { Comparison, Program, SimilarityLanguage } from '@holdout/similarity';
import { Inject, Injectable } from '@nestjs/common';
import { APP_OPTIONS, type AppOptions } from '../../platform/app-options';

/** Five hundred answers of the size that people write take two seconds; this is for what is meant to take long. */
const LIMIT_MS = 120_000;
const HEAP_MB = 768;

/** The answers to one question in one language. */
export type Comparable = {
  readonly question: { readonly language: SimilarityLanguage; readonly starter: string };
  readonly programs: readonly Program[];
};

type Message = { readonly progress: number } | { readonly comparison: Comparison };

/** Compares programs in a thread of their own, so that requests are answered meanwhile. */
@Injectable()
export class Comparer {
  private readonly entry: URL;

  constructor(@Inject(APP_OPTIONS) { comparer }: Pick<AppOptions, 'comparer'>) {
    this.entry = comparer;
  }

  /** Throws if comparing takes too long or too much memory. */
  async compare(compared: Comparable, onProgress: (progress: number) => void, limitMs = LIMIT_MS): Promise<Comparison> {
    const { promise, resolve, reject } = Promise.withResolvers<Comparison>();
    const worker = new Worker(this.entry, {
      workerData: compared,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const timer = setTimeout(() => reject(new Error('Comparing the programs took too long.')), limitMs);
    worker
      .on('message', (message: Message) =>
        'progress' in message ? onProgress(message.progress) : resolve(message.comparison),
      )
      .once('error', reject)
      .once('exit', () => reject(new Error('The thread that compares programs has exited.')));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}
