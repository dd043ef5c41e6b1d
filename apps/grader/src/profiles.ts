import type { GraderSelf, QueueClient } from '@holdout/job-queue';
import type { Profile, ProfileReport, Sandbox } from '@holdout/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const ALIVE_MS = 5000;
/** Something may have been installed meanwhile; a look makes boxes, so it is not taken often. */
const LOOK_AGAIN_MS = 60_000;

/** What this machine can run, looked into by making boxes; and the voice that tells others of it. */
export class Profiles {
  private reports: readonly ProfileReport[] = [];

  constructor(
    private readonly sandbox: Sandbox,
    private readonly queue: QueueClient,
    private readonly self: GraderSelf,
    private readonly log: Logger,
  ) {}

  usable(): readonly Profile[] {
    return this.reports.filter(({ usable }) => usable).map(({ profile }) => profile);
  }

  /** Looks until something is usable. Without a box there is no grading: no job is taken until then. */
  async look(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        this.reports = await this.sandbox.describe();
        for (const report of this.reports) this.tell(report);
        if (this.usable().length > 0) return;
        this.log.error('no jail can be made on this machine, so nothing is graded here');
      } catch (error) {
        this.log.error({ err: error }, 'this machine could not be looked into, so nothing is graded here');
      }
      await pause(LOOK_AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  /** Says that this grader lives, every few seconds, until told to stop. */
  async sayAlive(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      await this.queue.sayAlive(this.self, this.reports).catch((error: unknown) => {
        this.log.warn({ err: error }, 'nobody could be told that this grader lives');
      });
      await pause(ALIVE_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }

  private tell({ profile, usable, missing, isolation, versions }: ProfileReport): void {
    if (usable) this.log.info({ profile, missing, isolation, versions }, 'profile is usable');
    else this.log.error({ profile, missing }, 'profile is not usable');
  }
}
