import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { run, type Runner, runMigrations, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { APP_OPTIONS, type AppOptions, LOG } from '../app-options';
import { workerLog } from './worker-log';

/** The schema of the API's own jobs; other logins have no rights in it. */
const SCHEMA = 'jobs';
/** Few: these jobs are rare and short, and each holds a connection while it runs. */
const CONCURRENCY = 2;
const CONNECTIONS = 3;

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
  private runner: Runner | null = null;

  constructor(
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Registers a task. Call it in the constructor of a module, before the jobs start. */
  add(task: BackgroundTask): void {
    this.tasks.push(task);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl } = this.options.settings;
    if (!this.options.runsJobs || databaseUrl === null) return;
    this.runner = await run({
      connectionString: databaseUrl,
      schema: SCHEMA,
      concurrency: CONCURRENCY,
      maxPoolSize: CONNECTIONS,
      noHandleSignals: true,
      taskList: this.taskList(),
      crontab: this.tasks.map(({ cron, name }) => `${cron} ${name} ?max=3`).join('\n'),
      logger: workerLog(this.log),
    });
    // The worker retries after a lost connection; if it stops for good, that is an error of ours.
    this.runner.promise.catch((error: unknown) => this.log.error({ err: error }, 'background jobs stopped'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
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
