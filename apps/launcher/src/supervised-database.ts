import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '@holdout/embedded-postgres';
import { nextWait } from './supervised';

const FIRST_WAIT_MS = 250;
/** Everyone waits for the database, so a crash loop is tried more often than one of a program. */
const LONGEST_WAIT_MS = 5_000;

type Restart = {
  /** Starts the server on the same data and the same port. */
  readonly start: () => Promise<Cluster>;
  readonly onExit: () => void;
  readonly onFailure: (failure: unknown) => void;
};

/**
 * Restarts the database server when it exits, until stopped. It recovers what was committed from its write-ahead log; api
 * and grader reconnect by themselves, so they are not restarted.
 */
export class SupervisedDatabase {
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    private cluster: Cluster,
    private readonly restart: Restart,
  ) {
    this.ended = this.keepRunning();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.cluster.stop();
    await this.ended;
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    let waitMs = FIRST_WAIT_MS / 2;
    while (!signal.aborted) {
      const began = performance.now();
      await this.cluster.ended;
      if (signal.aborted) return;
      this.restart.onExit();
      waitMs = Math.min(nextWait(waitMs, performance.now() - began), LONGEST_WAIT_MS);
      while (!(await this.startAgain(waitMs))) waitMs = Math.min(nextWait(waitMs, 0), LONGEST_WAIT_MS);
    }
  }

  /** Whether there is nothing more to try: the server runs, or a stop has been requested. */
  private async startAgain(waitMs: number): Promise<boolean> {
    const { signal } = this.stopping;
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return true;
    try {
      this.cluster = await this.restart.start();
    } catch (failure) {
      this.restart.onFailure(failure);
      return false;
    }
    // It was started while the stop was requested.
    if (signal.aborted) await this.cluster.stop();
    return true;
  }
}
