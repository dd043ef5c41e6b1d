import { createHmac } from 'node:crypto';
import { type Clock, Database, RateRepository } from '@holdout/persistence';
import { addressBlock, type Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../app-error';
import { CLOCK, SETTINGS } from '../app-options';

const DAY_MS = 24 * 3_600_000;

export type RateLimit = { readonly limit: number; readonly windowSeconds: number };

/** After `free` requests in a window, one is admitted every so many seconds: a wait that is bounded, not a lock. */
export type Pace = { readonly free: number; readonly windowSeconds: number; readonly everySeconds: number };

/** Rate limits across all API processes: PostgreSQL counts. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly db: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts one request, or throws RATE_LIMITED with the time until the next window. */
  async take(key: string, { limit, windowSeconds }: RateLimit): Promise<void> {
    const window = this.windowOf(windowSeconds);
    if ((await this.db.repo(RateRepository).count(`${key}:${windowSeconds}`, window.start)) <= limit) return;
    throw new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: Math.ceil(window.msLeft / 1000) });
  }

  /** Counts one request. Beyond the free ones, throws RATE_LIMITED with the time until the next is admitted. */
  async slowDown(key: string, { free, windowSeconds, everySeconds }: Pace): Promise<void> {
    const { start } = this.windowOf(windowSeconds);
    const count = await this.db.repo(RateRepository).count(`${key}:${windowSeconds}`, start);
    if (count > free) await this.take(`${key}:slow`, { limit: 1, windowSeconds: everySeconds });
  }

  /** Takes back a request that `slowDown` counted just before. */
  async giveBack(key: string, { windowSeconds }: Pace): Promise<void> {
    await this.db.repo(RateRepository).takeBack(`${key}:${windowSeconds}`, this.windowOf(windowSeconds).start);
  }

  /** Deletes past windows; none is longer than a day. */
  deletePast(): Promise<void> {
    return this.db.repo(RateRepository).deleteBefore(new Date(this.clock.now().getTime() - DAY_MS));
  }

  /** The key of a client address: one for the whole block that the client can choose addresses from. */
  ofAddress(address: string): string {
    return this.hidden(addressBlock(address));
  }

  /** Keyed hash of an address or e-mail, so that neither is stored. */
  hidden(personal: string): string {
    return createHmac('sha256', this.settings.secret ?? '')
      .update(`rate ${personal}`)
      .digest('base64url')
      .slice(0, 22);
  }

  private windowOf(seconds: number): { readonly start: Date; readonly msLeft: number } {
    const now = this.clock.now().getTime();
    const ms = seconds * 1000;
    return { start: new Date(now - (now % ms)), msLeft: ms - (now % ms) };
  }
}
