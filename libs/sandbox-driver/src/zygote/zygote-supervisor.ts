import type { ResolvedOptions } from '../options';
import type { Zygote } from './zygote';

/** The options that a supervisor needs: timeouts, lifetime and log. */
export type ZygoteOptions = Pick<ResolvedOptions, 'timeouts' | 'lifetime' | 'log'>;

/** Callbacks for a zygote that became ready, and one that failed to start or exited. */
export type SupervisorEvents = { readonly started: () => void; readonly failed: (reason: Error) => void };

const ROTATION_RETRY_MS = 60_000;

/**
 * Keeps one warm zygote running. Rotates it by warming up a successor beside it, because all boxes of one zygote share
 * its address space layout and hash seed.
 */
export class ZygoteSupervisor {
  private newest: Zygote | undefined;
  private starting: Promise<void> | undefined;
  private rotatesFrom = 0;
  private closed = false;
  private readonly running = new Set<Zygote>();

  constructor(
    private readonly startZygote: () => Promise<Zygote>,
    private readonly options: ZygoteOptions,
    private readonly events: SupervisorEvents,
  ) {}

  /** The zygote that forks new boxes, if one is ready. */
  get current(): Zygote | undefined {
    return this.newest;
  }

  /** Starts a zygote unless one is running or starting. */
  ensureStarted(): void {
    if (this.newest || this.closed) return;
    this.starting ??= this.start().then(
      () => this.events.started(),
      (error: unknown) => this.events.failed(asError(error)),
    );
  }

  /** Starts a successor in the background if the current zygote has reached its lifetime. */
  rotateIfOld(): void {
    const { newest } = this;
    if (!newest || this.starting || this.closed || performance.now() < this.rotatesFrom) return;
    if (!newest.hasServed(this.options.lifetime)) return;
    this.starting = this.start().then(
      () => this.events.started(),
      (error: unknown) => this.onRotationFailure(asError(error)),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.running].map((zygote) => zygote.close()));
    await this.starting;
  }

  private async start(): Promise<void> {
    try {
      const zygote = await this.startZygote();
      this.running.add(zygote);
      void zygote.exited.then(() => this.onExit(zygote));
      if (this.closed) await zygote.close();
      await this.waitUntilReady(zygote);
      this.newest?.retire();
      this.newest = zygote;
    } finally {
      this.starting = undefined;
    }
  }

  private async waitUntilReady(zygote: Zygote): Promise<void> {
    const { zygoteMs } = this.options.timeouts;
    const timer = setTimeout(() => zygote.end(`it was not ready within ${zygoteMs / 1000} s`), zygoteMs);
    await zygote.ready.finally(() => clearTimeout(timer));
  }

  private onRotationFailure(reason: Error): void {
    this.rotatesFrom = performance.now() + ROTATION_RETRY_MS;
    this.options.log('zygote rotation failed, the old zygote stays in use', { reason: reason.message });
  }

  private onExit(zygote: Zygote): void {
    this.running.delete(zygote);
    if (this.newest !== zygote) return;
    this.newest = undefined;
    this.events.failed(new Error(`the zygote exited: ${zygote.lastError}`));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
