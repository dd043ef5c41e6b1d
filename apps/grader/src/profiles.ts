import type { GraderSelf, QueueClient } from '@holdout/job-queue';
import type { Profile, ProfileReport, Sandbox } from '@holdout/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const ALIVE_MS = 5000;
/** The pauses before measuring again what is not usable; long, because a measurement creates boxes. */
const LOOK_AGAIN_MS = { first: 60_000, longest: 30 * 60_000 } as const;

/** Which profiles this machine can run, measured by creating boxes, and the heartbeat that reports them to the queue. */
export class Profiles {
  private reports: readonly ProfileReport[] = [];

  constructor(
    private readonly sandbox: Sandbox,
    private readonly queue: QueueClient,
    private readonly self: GraderSelf,
    private readonly log: Logger,
    private readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown> = (ms, signal) =>
      pause(ms, undefined, { signal }),
  ) {}

  /** The profiles that can be used; empty until the first measurement. */
  usable(): readonly Profile[] {
    return this.reports.filter(({ usable }) => usable).map(({ profile }) => profile);
  }

  /**
   * Measures until all profiles are usable: on a busy machine a server may start too late for the first measurement. Jobs
   * of a profile are claimed as soon as it is measured, since the slowest takes several times as long as the fastest.
   */
  async look(stopping: AbortSignal): Promise<void> {
    for (let waitMs: number = LOOK_AGAIN_MS.first; !stopping.aborted; waitMs *= 2) {
      try {
        await this.sandbox.describe((report) => this.take(report));
        if (this.reports.length > 0 && this.reports.every(({ usable }) => usable)) return;
        if (this.usable().length === 0)
          this.log.error('no jail can be created on this machine, so nothing is graded here');
      } catch (error) {
        this.log.error({ err: error }, 'the profiles of this machine could not be measured');
      }
      await this.wait(Math.min(waitMs, LOOK_AGAIN_MS.longest), stopping).catch(() => undefined);
    }
  }

  /** A profile that was usable stays so: its jobs are given back if a box cannot be made. */
  private take(report: ProfileReport): void {
    if (this.usable().includes(report.profile)) return;
    this.reports = [...this.reports.filter(({ profile }) => profile !== report.profile), report];
    this.tell(report);
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
