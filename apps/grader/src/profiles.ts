import type { GraderSelf, QueueClient } from '@holdout/job-queue';
import type { Profile, ProfileReport, Sandbox } from '@holdout/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const ALIVE_MS = 5000;
/** The pause before measuring again while nothing is usable; long, because a measurement creates boxes. */
const LOOK_AGAIN_MS = 60_000;

/** Which profiles this machine can run, measured by creating boxes, and the heartbeat that reports them to the queue. */
export class Profiles {
  private reports: readonly ProfileReport[] = [];

  constructor(
    private readonly sandbox: Sandbox,
    private readonly queue: QueueClient,
    private readonly self: GraderSelf,
    private readonly log: Logger,
  ) {}

  /** The profiles that can be used; empty until the first measurement. */
  usable(): readonly Profile[] {
    return this.reports.filter(({ usable }) => usable).map(({ profile }) => profile);
  }

  /**
   * Measures until a profile is usable. Without a box nothing can be graded, so no job is claimed before; jobs of a profile
   * are claimed as soon as it is measured, since the slowest takes several times as long as the fastest.
   */
  async look(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        this.reports = [];
        await this.sandbox.describe((report) => {
          this.reports = [...this.reports, report];
          this.tell(report);
        });
        if (this.usable().length > 0) return;
        this.log.error('no jail can be created on this machine, so nothing is graded here');
      } catch (error) {
        this.log.error({ err: error }, 'the profiles of this machine could not be measured, so nothing is graded here');
      }
      await pause(LOOK_AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  /** Sends a heartbeat every few seconds until aborted. */
  async sayAlive(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      await this.queue.sayAlive(this.self, this.reports).catch((error: unknown) => {
        this.log.warn({ err: error }, 'the heartbeat could not be sent');
      });
      await pause(ALIVE_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  private tell({ profile, usable, missing, isolation, versions }: ProfileReport): void {
    if (usable) this.log.info({ profile, missing, isolation, versions }, 'profile is usable');
    else this.log.error({ profile, missing }, 'profile is not usable');
  }
}
