import { type Clock, Database, RateRepository } from '@holdout/persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../app-options';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Task = (now: Date) => Promise<void>;

/** Deletes rows that have no use any more, every hour. Any number of processes may do so at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly tasks: Task[] = [];

  constructor(
    db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    // No window of a rate limit is longer than a day.
    this.add((now) => db.repo(RateRepository).deleteBefore(new Date(now.getTime() - DAY_MS)));
  }

  add(task: Task): void {
    this.tasks.push(task);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidy().catch((error: unknown) => this.log.warn({ err: error }, 'housekeeping failed'));
    }, HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    for (const task of this.tasks) await task(this.clock.now());
  }
}
