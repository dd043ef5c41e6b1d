import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../app-error';

export type Rhythm = {
  /** Admitted without a wait, for someone who has sent nothing for a while. */
  readonly burst: number;
  readonly perSecond: number;
  /** Beyond so many waiting ones, further ones are refused with the time after which to send them again. */
  readonly mostWaiting: number;
};

/**
 * Slows down requests of one key that come too fast, by a token bucket in memory: for writes that must not be refused and
 * are too frequent to be counted in the database. Each process has its own.
 */
export class Pacer {
  /** By key, when the last admitted request would be paid for, in milliseconds of `now`. */
  private readonly paidAt = new Map<string, number>();

  constructor(
    private readonly rhythm: Rhythm,
    private readonly now: () => number = () => performance.now(),
    private readonly wait: (ms: number) => Promise<unknown> = pause,
  ) {}

  /** Resolves when a request may go on. Rejects with RATE_LIMITED if too many wait. */
  async turn(key: string): Promise<void> {
    const { burst, perSecond, mostWaiting } = this.rhythm;
    const [now, each] = [this.now(), 1000 / perSecond];
    const paidAt = Math.max(now, this.paidAt.get(key) ?? 0) + each;
    const waitMs = paidAt - now - burst * each;
    if (waitMs > mostWaiting * each) {
      throw new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    }
    this.forgetPaid(now);
    // At the end, so that the keys of longest ago come first.
    this.paidAt.delete(key);
    this.paidAt.set(key, paidAt);
    if (waitMs > 0) await this.wait(waitMs);
  }

  /** Keeps the memory in proportion to the keys that are in use; looks at a few at each call. */
  private forgetPaid(now: number): void {
    let looked = 0;
    for (const [key, paidAt] of this.paidAt) {
      if (paidAt <= now) this.paidAt.delete(key);
      if ((looked += 1) === 4) return;
    }
  }

  get size(): number {
    return this.paidAt.size;
  }
}
