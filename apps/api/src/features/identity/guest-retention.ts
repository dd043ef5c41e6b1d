import { type Clock, Database, GuestRepository } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { guestSubject } from '../../access/context';
import { CLOCK, LOG, SETTINGS } from '../../platform/app-options';
import { Erasure } from './erasure';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Guests erased per run of the background job; the rest wait for the next run. */
const BATCH = 500;

/** Erases guests after the time of GUEST_DAYS, and those whose session has ended: nobody can come back as one of them. */
@Injectable()
export class GuestRetention {
  constructor(
    private readonly db: Database,
    private readonly erasure: Erasure,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** A failure on one guest is logged and does not stop the others. */
  async eraseDue(): Promise<void> {
    const now = this.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    const due = { now, since: before(this.settings.guestDays * DAY_MS), madeBefore: before(HOUR_MS) };
    for (const guestId of await this.db.repo(GuestRepository).listDue(due, BATCH)) {
      await this.erasure.erase(guestSubject(guestId)).catch((error: unknown) => {
        this.log.error({ err: error, guestId }, 'a guest could not be erased');
      });
    }
  }
}
