import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Notifications } from '../database/notifications';
import { workerLog } from './worker-log';
import { makeWorkerPool } from './worker-pool';

/** The schema of the API's own jobs; other logins have no rights in it. */
export const SCHEMA = 'jobs';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export type RunnerOptions = {
  readonly connectionString: string;
  readonly taskList: TaskList;
  readonly crontab: string;
  /** How many jobs run at a time. */
  readonly concurrency: number;
};

/**
 * Keeps one worker pool of graphile-worker running. The library reconnects, but gives up for good if it cannot record the
 * end of a job. It is then started again, with a back-off.
 */
export class JobRunner {
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: RunnerOptions,
    private readonly log: Logger,
    private readonly notifications: Notifications,
  ) {}

  /** Resolves after the first start, also after a failed one. */
  async start(): Promise<void> {
    await new Promise<void>((tried) => {
      this.ended = this.keepRunning(tried);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.endRunner();
    await this.ended;
  }

  private async keepRunning(tried: () => void): Promise<void> {
    const { signal } = this.stopping;
    let waitMs = FIRST_WAIT_MS;
    while (!signal.aborted) {
      const startedAt = performance.now();
      await this.runOnce(tried).catch((error: unknown) => this.log.error({ err: error }, 'background jobs stopped'));
      tried();
      if (signal.aborted) return;
      if (performance.now() - startedAt > LONGEST_WAIT_MS) waitMs = FIRST_WAIT_MS;
      this.log.warn({ waitMs }, 'background jobs are started again');
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  /** Resolves when the runner has ended, which it also does when it gives up. */
  private async runOnce(started: () => void): Promise<void> {
    const { connectionString, ...options } = this.options;
    const pgPool = makeWorkerPool(connectionString, options.concurrency + 1);
    const pools: string[] = [];
    const events: WorkerEvents = new EventEmitter();
    // A job is locked in the name of the pool.
    events.on('pool:create', ({ workerPool }) => {
      pools.push(workerPool.id);
      this.notifications.hold(workerPool.id);
    });
    try {
      this.runner = await run({
        ...options,
        pgPool,
        schema: SCHEMA,
        noHandleSignals: true,
        logger: workerLog(this.log),
        events,
      });
      started();
      if (this.stopping.signal.aborted) await this.endRunner();
      await this.runner?.promise;
    } finally {
      this.runner = null;
      // Not awaited: a runner that has given up may never return its connections.
      void pgPool.end();
      pools.forEach((pool) => this.notifications.letGo(pool));
    }
  }

  /** A runner that has given up rejects a stop. */
  private async endRunner(): Promise<void> {
    await this.runner?.stop().catch(() => undefined);
  }
}
