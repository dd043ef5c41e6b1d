import { JobQueue } from '@holdout/job-queue';
import { type Clock, Database, type OrganizationId, PrivacyRepository, type Retention } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Acts, done } from '../../access/acts';
import { CLOCK, LOG } from '../../platform/app-options';
import { retryOnDeadlock } from '../../platform/database/deadlock';
import { CandidateErasure } from '../taking/candidate-erasure';

/** Attempts of one transaction: short ones, so that nobody waits for locks. */
const AT_A_TIME = 50;

/** Deletes what organizations do not keep any longer. */
@Injectable()
export class RetentionRuns {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly erasure: CandidateErasure,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** One organization that fails does not stop the others. */
  async runAll(): Promise<void> {
    for (const { organizationId, ...months } of await this.db.repo(PrivacyRepository).listDeleting()) {
      await this.run(organizationId, months).catch((error: unknown) =>
        this.log.error({ err: error, organizationId }, 'what an organization does not keep could not be deleted'),
      );
    }
  }

  /** People first: what is theirs goes with them. The audit has how many of each were deleted. */
  async run(organizationId: OrganizationId, { recordings, answers, people }: Retention): Promise<void> {
    const now = this.clock.now();
    const deleted = {
      people: people === null ? 0 : await this.people(organizationId, people, now),
      answers: answers === null ? 0 : await this.answers(organizationId, answers, now),
      recordings: recordings === null ? 0 : await this.recordings(organizationId, recordings, now),
    };
    if (deleted.people + deleted.answers + deleted.recordings === 0) return;
    await this.acts.run({ organizationId, accountId: null }, () =>
      Promise.resolve(done(null, { act: 'retention.applied', objectId: organizationId, detail: deleted })),
    );
  }

  private people(organizationId: OrganizationId, months: number, now: Date): Promise<number> {
    return inBatches(
      () => this.db.repo(PrivacyRepository).listForgotten(organizationId, months, now, AT_A_TIME),
      async (candidates) => {
        for (const candidateId of candidates) {
          await this.erasure.erase({ candidateId, organizationId }, { act: 'candidate.expired', accountId: null });
        }
      },
    );
  }

  private answers(organizationId: OrganizationId, months: number, now: Date): Promise<number> {
    return inBatches(
      () => this.db.repo(PrivacyRepository).listAnswered(organizationId, months, now, AT_A_TIME),
      (attempts) =>
        retryOnDeadlock(() =>
          this.db.transaction(async (tx) => {
            await tx.repo(JobQueue).forget(await tx.repo(PrivacyRepository).listJobs(attempts));
            await tx.repo(PrivacyRepository).eraseWork(attempts, now);
          }),
        ),
    );
  }

  private recordings(organizationId: OrganizationId, months: number, now: Date): Promise<number> {
    return inBatches(
      () => this.db.repo(PrivacyRepository).listRecorded(organizationId, months, now, AT_A_TIME),
      async (attempts) => {
        await this.db.repo(PrivacyRepository).deleteRecordings(attempts);
      },
    );
  }
}

/** Deletes the next ones until none is left; throws if what was deleted is listed again. */
async function inBatches<Id extends string>(
  list: () => Promise<readonly Id[]>,
  remove: (ids: readonly Id[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  let last = '';
  for (let ids = await list(); ids.length > 0; ids = await list()) {
    if (ids[0] === last) throw new Error('What was deleted is still there.');
    last = ids[0] ?? '';
    await remove(ids);
    count += ids.length;
  }
  return count;
}
