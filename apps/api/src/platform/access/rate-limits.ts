import { createHmac } from 'node:crypto';
import { type Clock, Database, RateRepository } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../app-error';
import { CLOCK, SETTINGS } from '../app-options';

const DAY_MS = 24 * 3_600_000;

export type RateLimit = { readonly limit: number; readonly windowSeconds: number };

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
    const now = this.clock.now().getTime();
    const windowMs = windowSeconds * 1000;
    const start = now - (now % windowMs);
    const count = await this.db.repo(RateRepository).count(`${key}:${windowSeconds}`, new Date(start));
    if (count <= limit) return;
    throw new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: Math.ceil((start + windowMs - now) / 1000) });
  }

  /** Deletes past windows; none is longer than a day. */
  deletePast(): Promise<void> {
    return this.db.repo(RateRepository).deleteBefore(new Date(this.clock.now().getTime() - DAY_MS));
  }

  /** Keyed hash of an address or e-mail, so that neither is stored. */
  hidden(personal: string): string {
    return createHmac('sha256', this.settings.secret ?? '')
      .update(`rate ${personal}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
