import type { Box } from './box';
import type { Zygote } from './zygote';

export type PoolSize = { readonly parked: number; readonly max: number };

type Waiter = { readonly give: (box: Box) => void; readonly refuse: (reason: Error) => void };

/** Ready boxes of one kind, first come first served. Its zygote is started at need and replaced when it dies. */
export class Pool {
  private zygote: Zygote | undefined;
  private starting: Promise<void> | undefined;
  private youngest: Zygote | undefined;
  private readonly idle: Box[] = [];
  private readonly waiting: Waiter[] = [];
  private coming = 0;
  private busy = 0;
  private closed = false;

  constructor(
    private readonly startZygote: () => Promise<Zygote>,
    private readonly size: PoolSize,
  ) {}

  get isBusy(): boolean {
    return this.busy + this.waiting.length > 0;
  }

  /** What the zygote has loaded, once it is there. */
  get versions(): Readonly<Record<string, string>> {
    return this.zygote?.versions ?? {};
  }

  /** Starts filling up, without anybody waiting. */
  warm(): void {
    this.fill();
  }

  /** A box of one's own, for one program; `release` must follow. */
  acquire(signal: AbortSignal): Promise<Box> {
    return new Promise<Box>((give, refuse) => {
      const waiter = { give, refuse };
      signal.addEventListener('abort', () => this.leave(waiter), { once: true });
      this.waiting.push(waiter);
      this.serve();
      this.fill();
    });
  }

  release(box: Box): void {
    box.discard();
    this.busy -= 1;
    this.serve();
    this.fill();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.refuseAll(new Error('the sandbox was closed'));
    await this.youngest?.close();
    await this.starting;
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

  private fill(): void {
    if (this.closed || this.starting) return;
    const wanted = Math.max(this.size.parked, Math.min(this.waiting.length, this.size.max - this.busy));
    if (!this.zygote) {
      if (wanted > 0) this.starting = this.begin().finally(() => this.afterStart());
      return;
    }
    while (this.idle.length + this.coming < wanted) this.spawn(this.zygote);
  }

  private async begin(): Promise<void> {
    try {
      const zygote = await this.startZygote();
      this.youngest = zygote;
      if (this.closed) await zygote.close();
      await zygote.ready;
      this.zygote = zygote;
      void zygote.died.then(() => this.forget(zygote));
    } catch (error) {
      this.refuseAll(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private afterStart(): void {
    this.starting = undefined;
    if (this.zygote) this.fill();
  }

  private spawn(zygote: Zygote): void {
    this.coming += 1;
    const box = zygote.spawn();
    box.ready
      .then(
        () => void this.idle.push(box),
        (error: unknown) => this.waiting.shift()?.refuse(error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        this.coming -= 1;
        this.serve();
      });
  }

  private forget(zygote: Zygote): void {
    if (this.zygote !== zygote) return;
    this.zygote = undefined;
    this.idle.length = 0;
    this.fill();
  }

  private refuseAll(reason: Error): void {
    for (const waiter of this.waiting.splice(0)) waiter.refuse(reason);
  }
}
