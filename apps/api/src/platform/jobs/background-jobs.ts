import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { runMigrations, type Task, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { APP_OPTIONS, type AppOptions, LOG } from '../app-options';
import { Notifications } from '../database/notifications';
import { AbandonedJobs } from './abandoned-jobs';
import { JobRunner, SCHEMA } from './job-runner';
import type { QueuedTask, Tries } from './queued-task';
import { makeWorkerPool } from './worker-pool';

/** Few: jobs on schedule are rare and short. */
const SCHEDULED_AT_A_TIME = 2;
/** Jobs that wait for another server, such as mail, have workers of their own, so that they cannot delay a schedule. */
const QUEUED_AT_A_TIME = 3;
/** Jobs of a killed process wait for two checks. */
const CHECK_MS = 30_000;

/** Work on a schedule. `cron` is a crontab pattern in UTC; each run is executed by one of the processes. */
export type BackgroundTask = {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<unknown>;
};

/** Migrates the tables of graphile-worker. Idempotent, and safe to run concurrently. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  // A pool of graphile-worker's own would still be closing when the migration resolves.
  const pgPool = makeWorkerPool(databaseUrl, 1);
  try {
    await runMigrations({ pgPool, schema: SCHEMA });
  } finally {
    await pgPool.end();
  }
}

/** Runs the registered tasks with graphile-worker. Every API process takes part; one of them runs each due job. */
@Injectable()
export class BackgroundJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tasks: BackgroundTask[] = [];
  private readonly handlers: Record<string, Task> = {};
  private runners: readonly JobRunner[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    @Inject(LOG) private readonly log: Logger,
    private readonly notifications: Notifications,
  ) {}

  /** Registers a task on schedule. Call it in the constructor of a module, before the jobs start. */
  add(task: BackgroundTask): void {
    this.tasks.push(task);
  }

  /** Registers what runs the jobs of a queued task. Call it in the constructor of a module, before the jobs start. */
  handle<Payload extends object>(
    task: QueuedTask<Payload>,
    work: (payload: Payload, tries: Tries) => Promise<void>,
  ): void {
    this.handlers[task.name] = (payload, { job }) =>
      work(payload as Payload, { tries: job.attempts, maxTries: job.max_attempts });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl } = this.options.settings;
    if (!this.options.runsJobs || databaseUrl === null) return;
    const abandoned = new AbandonedJobs(this.options.dataSource);
    this.timer = setInterval(() => void this.unlock(abandoned), CHECK_MS).unref();
    this.runners = this.runnersOf(databaseUrl);
    await Promise.all(this.runners.map((runner) => runner.start()));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.runners.map((runner) => runner.stop()));
  }

  private runnersOf(connectionString: string): readonly JobRunner[] {
    const crontab = this.tasks.map(({ cron, name }) => `${cron} ${name} ?max=3`).join('\n');
    const scheduled = { taskList: this.scheduledTasks(), crontab, concurrency: SCHEDULED_AT_A_TIME };
    const queued = { taskList: this.handlers, crontab: '', concurrency: QUEUED_AT_A_TIME };
    return [scheduled, queued].map(
      (options) => new JobRunner({ connectionString, ...options }, this.log, this.notifications),
    );
  }

  private async unlock(abandoned: AbandonedJobs): Promise<void> {
    try {
      const workers = await abandoned.check();
      if (workers.length > 0) this.log.warn({ workers }, 'jobs of ended processes were unlocked');
    } catch (error) {
      this.log.warn({ err: error }, 'jobs of ended processes could not be checked');
    }
  }

  private scheduledTasks(): TaskList {
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
