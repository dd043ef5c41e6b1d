import { type Clock } from '@holdout/persistence';
import { BEAT_SECONDS, OUTAGE_AFTER_SECONDS } from '@holdout/timing';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { APP_OPTIONS, type AppOptions, CLOCK, LOG } from '../../../platform/app-options';
import { CatchUp } from '../../../platform/jobs/catch-up';
import { Outages } from './outages';

/**
 * Beats every few seconds. It beats once before the api answers anything, and before the first request after this process or
 * the database stood still: what an outage gives back must be there before a deadline is judged.
 */
@Injectable()
export class OutageWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private lastAt: Date | null = null;
  private running: Promise<void> | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly outages: Outages,
    catchUp: CatchUp,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    if (options.runsJobs) catchUp.before(() => this.settle());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.runsJobs) await this.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop();
    await this.running;
  }

  private async begin(): Promise<void> {
    const timer = setInterval(() => void this.beat(), BEAT_SECONDS * 1000);
    timer.unref();
    this.stop = () => clearInterval(timer);
    await this.beat();
  }

  /** Beats if this process has not done so for the length of an outage. */
  private async settle(): Promise<void> {
    const silent = this.clock.now().getTime() - (this.lastAt?.getTime() ?? 0);
    if (silent > OUTAGE_AFTER_SECONDS * 1000) await this.beat();
  }

  /** One at a time. While the database is away a beat fails, and the gap shows afterwards. */
  private beat(): Promise<void> {
    this.running ??= this.outages
      .beat()
      .then(() => void (this.lastAt = this.clock.now()))
      .catch((error: unknown) => this.log.error({ err: error }, 'the heartbeat could not be written'))
      .finally(() => (this.running = null));
    return this.running;
  }
}
