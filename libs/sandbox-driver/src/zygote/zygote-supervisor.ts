import type { ResolvedOptions } from '../options';
import type { Zygote } from './zygote';

/** How long a zygote may take, and for how long it is used. */
export type Terms = Pick<ResolvedOptions, 'timeouts' | 'lifetime' | 'log'>;

/** Whom a line tells what became of its zygotes. */
export type LineWatcher = { readonly began: () => void; readonly failed: (reason: Error) => void };

const RENEWAL_PAUSE_MS = 60_000;

/**
 * One warm zygote after another. An old one is replaced by one that has warmed up beside it, because all boxes of a
 * zygote have the same address layout and the same seed of hashes.
 */
export class ZygoteLine {
  private youngest: Zygote | undefined;
  private starting: Promise<void> | undefined;
  private renewsFrom = 0;
  private closed = false;
  private readonly living = new Set<Zygote>();

  constructor(
    private readonly startZygote: () => Promise<Zygote>,
    private readonly terms: Terms,
    private readonly watcher: LineWatcher,
  ) {}

  /** The one that makes new boxes, when there is one. */
  get current(): Zygote | undefined {
    return this.youngest;
  }

  /** Starts one if there is none that is alive and none on its way. */
  begin(): void {
    if (this.youngest || this.closed) return;
    this.starting ??= this.start().then(
      () => this.watcher.began(),
      (error: unknown) => this.watcher.failed(asError(error)),
    );
  }

  /** Starts a successor once the current one has served for long enough. Nobody waits for it. */
  renewWhenOld(): void {
    const { youngest } = this;
    if (!youngest || this.starting || this.closed || performance.now() < this.renewsFrom) return;
    if (!youngest.hasServed(this.terms.lifetime)) return;
    this.starting = this.start().then(
      () => this.watcher.began(),
      (error: unknown) => this.stay(asError(error)),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.living].map((zygote) => zygote.close()));
    await this.starting;
  }

  private async start(): Promise<void> {
    try {
      const zygote = await this.startZygote();
      this.living.add(zygote);
      void zygote.died.then(() => this.forget(zygote));
      if (this.closed) await zygote.close();
      await this.warmedUp(zygote);
      this.youngest?.retire();
      this.youngest = zygote;
    } finally {
      this.starting = undefined;
    }
  }

  private async warmedUp(zygote: Zygote): Promise<void> {
    const { zygoteMs } = this.terms.timeouts;
    const timer = setTimeout(() => zygote.end(`it was not ready within ${zygoteMs / 1000} s`), zygoteMs);
    await zygote.ready.finally(() => clearTimeout(timer));
  }

  private stay(reason: Error): void {
    this.renewsFrom = performance.now() + RENEWAL_PAUSE_MS;
    this.terms.log('a zygote could not be renewed, the old one stays', { reason: reason.message });
  }

  private forget(zygote: Zygote): void {
    this.living.delete(zygote);
    if (this.youngest !== zygote) return;
    this.youngest = undefined;
    this.watcher.failed(new Error(`the zygote died: ${zygote.lastWords}`));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
