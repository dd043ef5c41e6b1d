import { JobQueue } from '@holdout/job-queue';
import { type Clock, Database, newId, OutageRepository } from '@holdout/persistence';
import { beat, type Outage } from '@holdout/timing';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../../../platform/app-options';
import { TimeGiving } from './time-giving';

/** Notices times in which people could not work because of us, and gives them back. The rules are `beat` of `libs/timing`. */
@Injectable()
export class Outages {
  constructor(
    private readonly db: Database,
    private readonly giving: TimeGiving,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Says that this api works. The first that says so after a gap logs the outage and credits the attempts that were open, in
   * one transaction; others wait for its lock and then see no gap.
   */
  async beat(): Promise<readonly Outage[]> {
    return this.db.transaction(async (tx) => {
      const before = await tx.repo(OutageRepository).lockHeartbeat();
      const hasGrader = await tx.repo(JobQueue).hasGrader();
      const { after, outages } = beat(before, { now: this.clock.now(), hasGrader });
      for (const outage of outages) await this.credit(tx, outage);
      await tx.repo(OutageRepository).setHeartbeat(after);
      return outages;
    });
  }

  private async credit(tx: Database, outage: Outage): Promise<void> {
    const { since, until } = outage;
    const open = await tx.repo(OutageRepository).listAttempts(outage);
    const gifts = open.map(({ id: attemptId, startedAt }) => {
      const from = startedAt > since ? startedAt : since;
      const seconds = (until.getTime() - from.getTime()) / 1000;
      const entry = { kind: 'credit', seconds } as const;
      return { attemptId, entry, reason: 'outage', actorAccountId: null, at: until, since: from };
    });
    const attempts = await this.giving.give(tx, gifts);
    await tx.repo(OutageRepository).insert({ ...outage, id: newId(this.clock), attempts });
    this.log.warn({ ...outage, attempts }, 'an outage was given back to the attempts that were open in it');
  }
}
