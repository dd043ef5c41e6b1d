import type { Box } from './box';
import type { Zygote } from './zygote';
import { ZygoteLine } from './zygote-line';
import type { Terms } from './zygote-line';

export type PoolSize = { readonly parked: number; readonly max: number };

type Waiter = { readonly give: (box: Box) => void; readonly refuse: (reason: Error) => void };

/** After so many failures with no box in between, whoever waits is told. */
const TRIES = 3;
/**
 * Forking takes the zygote longer than most programs run, and an answer waits for the zygote to tell its time. So a box
 * that was taken is made up for after a moment, when most programs have answered, unless somebody waits for it.
 */
const REFILL_MS = 5;

/** Ready boxes of one kind, first come first served. What fails on the way to one is tried again a few times. */
export class Pool {
  private readonly line: ZygoteLine;
  private readonly idle: Box[] = [];
  private readonly waiting: Waiter[] = [];
  private coming = 0;
  private busy = 0;
  private failures = 0;
  private refill: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    startZygote: () => Promise<Zygote>,
    private readonly size: PoolSize,
    private readonly terms: Terms,
  ) {
    this.line = new ZygoteLine(startZygote, terms, {
      began: () => this.fill(),
      failed: (reason) => this.failed(reason),
    });
  }

  get isBusy(): boolean {
    return this.busy + this.waiting.length > 0;
  }

  /** Whether there is a zygote. */
  get isReady(): boolean {
    return this.line.current !== undefined;
  }

  /** What the zygote has loaded, once it is there. */
  get versions(): Readonly<Record<string, string>> {
    return this.line.current?.versions ?? {};
  }

  /** Starts filling up, without anybody waiting. */
  warm(): void {
    this.fill();
  }

  /** A box of one's own, for one program; `release` must follow. */
  acquire(signal: AbortSignal): Promise<Box> {
    return new Promise<Box>((resolve, refuse) => {
      const leave = (): void => this.leave(waiter);
      const waiter: Waiter = {
        give: (box) => {
          signal.removeEventListener('abort', leave);
          resolve(box);
        },
        refuse,
      };
      if (this.closed) {
        refuse(new Error('the sandbox was closed'));
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(waiter);
      this.serve();
      this.fillInTime();
    });
  }

  release(box: Box): void {
    box.discard();
    this.busy -= 1;
    this.serve();
    this.fillInTime();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.refill);
    this.refuseAll(new Error('the sandbox was closed'));
    await this.line.close();
  }

  private leave(waiter: Waiter): void {
    const place = this.waiting.indexOf(waiter);
    if (place < 0) return;
    this.waiting.splice(place, 1);
    waiter.refuse(new Error('nobody waits for this run any more'));
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

  private fillInTime(): void {
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
    const zygote = this.line.current;
    if (!zygote) {
      if (wanted > 0) this.line.begin();
      return;
    }
    const young = this.idle.filter((box) => box.isAlive && zygote.has(box)).length;
    for (let number = young + this.coming; number < wanted; number += 1) void this.spawn(zygote);
    this.line.renewWhenOld();
  }

  private async spawn(zygote: Zygote): Promise<void> {
    this.coming += 1;
    const failure = await this.park(zygote);
    this.coming -= 1;
    this.serve();
    if (!failure) this.fillInTime();
    // With its zygote many boxes fail at once, and the zygote tells of it itself.
    else if (zygote.isAlive) this.failed(failure);
  }

  /** Gives why no box came of it, if none did. */
  private async park(zygote: Zygote): Promise<Error | undefined> {
    const { boxMs } = this.terms.timeouts;
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

  /** Once a younger zygote's box is parked, one of its elders' is no longer needed. */
  private dropSpare(): void {
    if (this.idle.length <= this.size.parked || this.waiting.length > 0) return;
    const place = this.idle.findIndex((box) => this.line.current?.has(box) === false);
    if (place >= 0) this.idle.splice(place, 1)[0]?.discard();
  }

  private failed(reason: Error): void {
    if (this.closed) return;
    this.failures += 1;
    this.terms.log('no box could be made', { reason: reason.message, failures: this.failures });
    if (this.failures < TRIES) {
      this.fill();
      return;
    }
    this.failures = 0;
    this.refuseAll(new Error(`no box could be made in ${TRIES} tries: ${reason.message}`));
  }

  private refuseAll(reason: Error): void {
    for (const waiter of this.waiting.splice(0)) waiter.refuse(reason);
  }
}
