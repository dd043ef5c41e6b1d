import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { run, type Runner, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { APP_OPTIONS, type AppOptions, LOG } from '../app-options';
import { Notifications } from '../database/notifications';
import { AbandonedJobs } from './abandoned-jobs';
import { workerLog } from './worker-log';

/** The schema of the API's own jobs; other logins have no rights in it. */
const SCHEMA = 'jobs';
/** Few: these jobs are rare and short, and each holds a connection while it runs. */
const CONCURRENCY = 2;
const CONNECTIONS = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Jobs of a killed process wait for two checks. */
const CHECK_MS = 30_000;

/** Work without a request. `cron` is a crontab pattern in UTC; each run is executed by one of the processes. */
export type BackgroundTask = {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<unknown>;
};

/** Migrates the tables of graphile-worker. Idempotent, and safe to run concurrently. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  // A pool of graphile-worker's own would still be closing when the migration resolves.
  const pgPool = new Pool({ connectionString: databaseUrl, max: 1 });
  // Expected by graphile-worker; a statement whose connection is lost rejects by itself.
  const ignore = (): undefined => undefined;
  pgPool.on('error', ignore);
  pgPool.on('connect', (client) => client.on('error', ignore));
  try {
    await runMigrations({ pgPool, schema: SCHEMA });
  } finally {
    await pgPool.end();
  }
}

/** Runs the registered tasks with graphile-worker. Every API process takes part; one of them runs each due task. */
@Injectable()
export class BackgroundJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tasks: BackgroundTask[] = [];
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private ended: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    @Inject(LOG) private readonly log: Logger,
    private readonly notifications: Notifications,
  ) {}

  /** Registers a task. Call it in the constructor of a module, before the jobs start. */
  add(task: BackgroundTask): void {
    this.tasks.push(task);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl } = this.options.settings;
    if (!this.options.runsJobs || databaseUrl === null) return;
    const abandoned = new AbandonedJobs(this.options.dataSource);
    this.timer = setInterval(() => void this.unlock(abandoned), CHECK_MS).unref();
    await new Promise<void>((tried) => {
      this.ended = this.keepRunning(databaseUrl, tried);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    if (this.timer) clearInterval(this.timer);
    await this.endRunner();
    await this.ended;
  }

  /**
   * graphile-worker reconnects, but gives up for good if it cannot record the end of a job. It is then started again, with
   * a back-off.
   */
  private async keepRunning(databaseUrl: string, tried: () => void): Promise<void> {
    const { signal } = this.stopping;
    let waitMs = FIRST_WAIT_MS;
    while (!signal.aborted) {
      const startedAt = performance.now();
      await this.runOnce(databaseUrl, tried).catch((error: unknown) =>
        this.log.error({ err: error }, 'background jobs stopped'),
      );
      tried();
      if (signal.aborted) return;
      if (performance.now() - startedAt > LONGEST_WAIT_MS) waitMs = FIRST_WAIT_MS;
      this.log.warn({ waitMs }, 'background jobs are started again');
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  /** Resolves when the runner has ended, which it also does when it gives up. */
  private async runOnce(connectionString: string, started: () => void): Promise<void> {
    const pools: string[] = [];
    const events: WorkerEvents = new EventEmitter();
    // A job is locked in the name of the pool.
    events.on('pool:create', ({ workerPool }) => {
      pools.push(workerPool.id);
      this.notifications.hold(workerPool.id);
    });
    try {
      this.runner = await run({
        connectionString,
        schema: SCHEMA,
        concurrency: CONCURRENCY,
        maxPoolSize: CONNECTIONS,
        noHandleSignals: true,
        taskList: this.taskList(),
        crontab: this.tasks.map(({ cron, name }) => `${cron} ${name} ?max=3`).join('\n'),
        logger: workerLog(this.log),
        events,
      });
      started();
      if (this.stopping.signal.aborted) await this.endRunner();
      await this.runner?.promise;
    } finally {
      this.runner = null;
      pools.forEach((pool) => this.notifications.letGo(pool));
    }
  }

  /** A runner that has given up rejects a stop. */
  private async endRunner(): Promise<void> {
    await this.runner?.stop().catch(() => undefined);
  }

  private async unlock(abandoned: AbandonedJobs): Promise<void> {
    try {
      const workers = await abandoned.check();
      if (workers.length > 0) this.log.warn({ workers }, 'jobs of ended processes were unlocked');
    } catch (error) {
      this.log.warn({ err: error }, 'jobs of ended processes could not be checked');
    }
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      this.tasks.map(({ name, run: work }) => [
        name,
        async () => {
          await work();
        },
      ]),
    );
  }
}
