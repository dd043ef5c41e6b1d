import type { Box } from './box';
import type { Zygote } from './zygote';
import { ZygoteSupervisor } from './zygote-supervisor';
import type { ZygoteOptions } from './zygote-supervisor';

/** How many boxes to keep parked, and how many may run concurrently. */
export type PoolSize = { readonly parked: number; readonly max: number };

type Waiter = { readonly give: (box: Box) => void; readonly reject: (reason: Error) => void };

/** After this many consecutive failures, all waiting runs are rejected. */
const MAX_FAILURES = 3;
/**
 * Delay before a taken box is replaced. A fork keeps the zygote busy for longer than most programs run, and an answer
 * waits for the zygote to report its CPU time. Skipped if a run waits for a box.
 */
const REFILL_MS = 5;

/** Parked boxes of one kind, handed out first come first served. Failures to create one are retried a few times. */
export class Pool {
  private readonly supervisor: ZygoteSupervisor;
  private readonly idle: Box[] = [];
  private readonly waiting: Waiter[] = [];
  private spawning = 0;
  private busy = 0;
  private failures = 0;
  private refill: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    startZygote: () => Promise<Zygote>,
    private readonly size: PoolSize,
    private readonly options: ZygoteOptions,
  ) {
    this.supervisor = new ZygoteSupervisor(startZygote, options, {
      started: () => this.fill(),
      failed: (reason) => this.failed(reason),
    });
  }

  get isBusy(): boolean {
    return this.busy + this.waiting.length > 0;
  }

  /** Whether the zygote is ready. */
  get isReady(): boolean {
    return this.supervisor.current !== undefined;
  }

  /** The versions that the zygote reported, once it is ready. */
  get versions(): Readonly<Record<string, string>> {
    return this.supervisor.current?.versions ?? {};
  }

  /** Starts filling the pool, before any run waits for it. */
  warm(): void {
    this.fill();
  }

  /** A box for one program. The caller must `release` it. */
  acquire(signal: AbortSignal): Promise<Box> {
    return new Promise<Box>((resolve, reject) => {
      const cancel = (): void => this.cancel(waiter);
      const waiter: Waiter = {
        give: (box) => {
          signal.removeEventListener('abort', cancel);
          resolve(box);
        },
        reject,
      };
      if (this.closed) {
        reject(new Error('the sandbox was closed'));
        return;
      }
      signal.addEventListener('abort', cancel, { once: true });
      this.waiting.push(waiter);
      this.serve();
      this.fillSoon();
    });
  }

  release(box: Box): void {
    box.discard();
    this.busy -= 1;
    this.serve();
    this.fillSoon();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.refill);
    this.rejectAll(new Error('the sandbox was closed'));
    await this.supervisor.close();
  }

  private cancel(waiter: Waiter): void {
    const place = this.waiting.indexOf(waiter);
    if (place < 0) return;
    this.waiting.splice(place, 1);
    waiter.reject(new Error('the run was aborted while waiting for a box'));
  }

  private serve(): void {
    while (this.waiting.length > 0 && this.busy < this.size.max) {
      const box = this.idle.shift();
      if (!box) return;
      if (!box.isAlive) continue;
      this.busy += 1;
      this.waiting.shift()?.give(box);
    }
  }

  private fillSoon(): void {
    if (this.closed) return;
    if (this.waiting.length > 0) {
      this.fill();
      return;
    }
    this.refill ??= setTimeout(() => this.fill(), REFILL_MS);
  }

  private fill(): void {
    clearTimeout(this.refill);
    this.refill = undefined;
    if (this.closed) return;
    const wanted = Math.max(this.size.parked, Math.min(this.waiting.length, this.size.max - this.busy));
    const zygote = this.supervisor.current;
    if (!zygote) {
      if (wanted > 0) this.supervisor.ensureStarted();
      return;
    }
    const fresh = this.idle.filter((box) => box.isAlive && zygote.has(box)).length;
    for (let number = fresh + this.spawning; number < wanted; number += 1) void this.spawn(zygote);
    this.supervisor.rotateIfOld();
  }

  private async spawn(zygote: Zygote): Promise<void> {
    this.spawning += 1;
    const failure = await this.park(zygote);
    this.spawning -= 1;
    this.serve();
    if (!failure) this.fillSoon();
    // When a zygote exits, all its boxes fail, but that is one failure, which the supervisor reports.
    else if (zygote.isAlive) this.failed(failure);
  }

  /** Waits until a new box is ready; returns the reason if it failed. */
  private async park(zygote: Zygote): Promise<Error | undefined> {
    const { boxMs } = this.options.timeouts;
    const box = zygote.spawn();
    const timer = setTimeout(() => zygote.end(`a box was not ready within ${boxMs / 1000} s`), boxMs);
    try {
      await box.ready;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(timer);
    }
    this.failures = 0;
    this.idle.push(box);
    this.dropSpare();
    return undefined;
  }

  /** Once a box of the new zygote is parked, discards one of an old zygote. */
  private dropSpare(): void {
    if (this.idle.length <= this.size.parked || this.waiting.length > 0) return;
    const place = this.idle.findIndex((box) => this.supervisor.current?.has(box) === false);
    if (place >= 0) this.idle.splice(place, 1)[0]?.discard();
  }

  private failed(reason: Error): void {
    if (this.closed) return;
    this.failures += 1;
    this.options.log('a box could not be created', { reason: reason.message, failures: this.failures });
    if (this.failures < MAX_FAILURES) {
      this.fill();
      return;
    }
    this.failures = 0;
    this.rejectAll(new Error(`no box could be created in ${MAX_FAILURES} attempts: ${reason.message}`));
  }

  private rejectAll(reason: Error): void {
    for (const waiter of this.waiting.splice(0)) waiter.reject(reason);
  }
}
