import { type Clock, type Database, newId, TimeRepository } from '@holdout/persistence';
import type { TimeEntry } from '@holdout/timing';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../../platform/app-options';
import { AttemptNews } from '../presence/attempt-news';

/** What attempts are given: a time entry with its reason and its maker. */
export type Gift = {
  readonly entry: TimeEntry;
  readonly reason: string;
  readonly actorAccountId: string | null;
  readonly at: Date;
  /** When an outage began for this attempt. */
  readonly since?: Date;
};

/** Gives time to attempts that run, and tells their pages. */
@Injectable()
export class TimeGiving {
  constructor(
    private readonly news: AttemptNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Attempts that have ended get nothing. Returns how many got it. */
  async give(tx: Database, gifts: readonly (Gift & { readonly attemptId: string })[]): Promise<number> {
    if (gifts.length === 0) return 0;
    const entries = gifts.map((gift) => ({ ...gift, id: newId(this.clock) }));
    const given = await tx.repo(TimeRepository).addAll(entries);
    await this.news.tellAll(tx, [...given.keys()], 'TIME');
    return given.size;
  }
}
