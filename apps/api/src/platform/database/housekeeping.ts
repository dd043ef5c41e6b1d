import { type Clock, Database, RateRepository, SessionRepository } from '@holdout/persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../app-options';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SESSIONS_KEPT_MS = 30 * DAY_MS;

/** Throws away what has no use any more. Any number of processes may do so at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidy().catch((error: unknown) => this.log.warn({ err: error }, 'housekeeping failed'));
    }, HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Windows of rate limits are shorter than a day; sessions that are over are kept a month, for questions. */
  async tidy(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.db.repo(RateRepository).deleteBefore(new Date(now - DAY_MS));
    await this.db.repo(SessionRepository).deleteEndedBefore(new Date(now - SESSIONS_KEPT_MS));
  }
}
