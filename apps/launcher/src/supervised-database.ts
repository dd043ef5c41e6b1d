import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '@holdout/embedded-postgres';
import { nextWait } from './supervised';

const FIRST_WAIT_MS = 250;
/** Everyone waits for the database, so a crash loop is tried more often than one of a program. */
const LONGEST_WAIT_MS = 5_000;
/** A server that cannot start needs a person, or space on the disk. */
const LONGEST_GAP_MS = 15_000;

type Restart = {
  /** Starts the server on the same data and the same port; the signal ends a start in progress. */
  readonly start: (signal: AbortSignal) => Promise<Cluster>;
  readonly onExit: () => void;
  /** Told of each start that failed, and when the next one is tried. */
  readonly onFailure: (failure: unknown, gapMs: number) => void;
  /** The server accepts connections again. */
  readonly onRestart?: () => void;
};

/**
 * Restarts the database server when it exits, until stopped. It recovers what was committed from its write-ahead log; api
 * and grader reconnect by themselves, so they are not restarted. A server that does not start is tried with growing gaps.
 */
export class SupervisedDatabase {
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private cluster: Cluster,
    private readonly restart: Restart,
  ) {
    this.ended = this.keepRunning();
  }

  /** Resolves once the server accepts connections, or is to be stopped. */
  whenRunning(): Promise<unknown> {
    return this.running;
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
      const again = Promise.withResolvers<undefined>();
      this.running = again.promise;
      this.restart.onExit();
      waitMs = Math.min(nextWait(waitMs, performance.now() - began), LONGEST_WAIT_MS);
      await this.untilStarted(waitMs);
      again.resolve(undefined);
    }
  }

  private async untilStarted(firstGapMs: number): Promise<void> {
    const { signal } = this.stopping;
    for (let gapMs = firstGapMs; !signal.aborted; gapMs = Math.min(gapMs * 2, LONGEST_GAP_MS)) {
      await pause(gapMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted || (await this.startAgain(Math.min(gapMs * 2, LONGEST_GAP_MS)))) return;
    }
  }

  private async startAgain(nextGapMs: number): Promise<boolean> {
    const { signal } = this.stopping;
    try {
      this.cluster = await this.restart.start(signal);
    } catch (failure) {
      if (!signal.aborted) this.restart.onFailure(failure, nextGapMs);
      return false;
    }
    // It was started while the stop was requested.
    if (signal.aborted) await this.cluster.stop();
    else this.restart.onRestart?.();
    return true;
  }
}
