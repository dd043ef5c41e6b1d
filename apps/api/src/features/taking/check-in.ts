import { randomBytes } from 'node:crypto';
import { mayStart, PRACTICE_DATA_SCOPE, trialOf } from '@holdout/assessment';
import { QUESTION_KINDS, type QuestionKind } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type AttemptRow,
  type CandidateHolder,
  type Clock,
  columnsOf,
  Database,
  DrawRepository,
  type InvitedRow,
  type ItemToInsert,
  PersonRepository,
  TakingRepository,
  TrialRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { RateLimits } from '../../platform/access/rate-limits';
import { notFound } from '../../platform/app-error';
import { CLOCK, LOG } from '../../platform/app-options';
import { newAttempt } from '../attempt/begin-attempt';
import { drawItems, PROGRAM_KINDS } from '../attempt/draw';
import { versionIdsOf } from './invited-view';

export type CheckInOutcome = {
  readonly invited: InvitedRow;
  /** Whether the assessment can be started now; without it nothing was begun. */
  readonly isOpen: boolean;
  /** Null if none could be drawn. */
  readonly trial: AttemptRow | null;
};

const CHECK_INS = { limit: 60, windowSeconds: 3600 } as const;
const LIVES_MS = 24 * 60 * 60_000;
const BATCH = 50;

/**
 * Check-in before an assessment: records when it began, and draws the trial (ADR 0034), an attempt of the purpose `trial` on the
 * trial bank. A background job deletes it after a day.
 */
@Injectable()
export class CheckIn {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async begin(holder: CandidateHolder): Promise<CheckInOutcome> {
    await this.limits.take(`check-in:${holder.invitationId}`, CHECK_INS);
    const { invited, isOpen } = await this.checkIn(holder);
    return { invited, isOpen, trial: isOpen ? await this.trialOrNone(invited, holder) : null };
  }

  /** Deletes trials that were begun more than a day ago. */
  async deleteOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LIVES_MS);
    let deleted = BATCH;
    while (deleted === BATCH) {
      deleted = await this.db.transaction(async (tx) => {
        const trials = tx.repo(TrialRepository);
        const ids = await trials.lockOlder(before, BATCH);
        await tx.repo(JobQueue).forget([...(await trials.listJobs(ids))]);
        await trials.delete(ids);
        return ids.length;
      });
    }
  }

  private checkIn(holder: CandidateHolder) {
    return this.db.transaction(async (tx) => {
      await tx.repo(TakingRepository).lock(holder.invitationId);
      const invited = await tx.repo(TakingRepository).find(holder);
      if (invited === null) throw notFound();
      const now = this.clock.now();
      const isOpen = mayStart(invited, now);
      if (isOpen) await tx.repo(TakingRepository).checkIn(invited.id, now);
      return { invited: isOpen ? { ...invited, checkedInAt: invited.checkedInAt ?? now } : invited, isOpen };
    });
  }

  /** A trial that cannot be drawn is our failure, and must not keep the person from starting. */
  private async trialOrNone(invited: InvitedRow, holder: CandidateHolder): Promise<AttemptRow | null> {
    try {
      return await this.db.transaction((tx) => this.trialIn(tx, invited, holder));
    } catch (error) {
      this.log.error({ err: error, invitationId: invited.id }, 'the trial of a check-in could not be drawn');
      return null;
    }
  }

  private async trialIn(tx: Database, invited: InvitedRow, holder: CandidateHolder): Promise<AttemptRow | null> {
    await tx.repo(TakingRepository).lock(invited.id);
    const begun = await tx.repo(TrialRepository).find(holder);
    if (begun !== null) return begun;
    const seed = randomBytes(32).toString('hex');
    const items = await this.itemsOf(tx, invited, seed);
    if (items.length === 0 || !(await tx.repo(PersonRepository).hold(columnsOf(holder)))) return null;
    const { organizationId, assessmentVersionId } = invited;
    const what = { purpose: 'trial', form: 'assessment', organizationId, assessmentVersionId, seed } as const;
    const attempt = newAttempt(this.clock, what);
    await tx.repo(AttemptRepository).insert(attempt, items);
    await tx.repo(TrialRepository).insert(attempt.id, holder, attempt.startedAt);
    return tx.repo(TrialRepository).find(holder);
  }

  /** What cannot be drawn, such as code while no grader has made its cases, is left out. */
  private async itemsOf(tx: Database, { content }: InvitedRow, seed: string): Promise<readonly ItemToInsert[]> {
    const trials = tx.repo(TrialRepository);
    const kinds = await trials.listKinds(versionIdsOf(content));
    const chosen = trialOf(await trials.listVersions(), { kinds, languages: content.languages });
    const ids = chosen.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind)).map(({ id }) => id);
    const prepared = { kinds: PROGRAM_KINDS, scope: PRACTICE_DATA_SCOPE };
    const unprepared = new Set(await tx.repo(TakingRepository).listUnprepared(ids, prepared));
    const ready = ids.filter((id) => !unprepared.has(id));
    const drawn = await drawItems(tx, this.clock, await tx.repo(DrawRepository).listVersions(ready), seed);
    return drawn.filter((item) => item !== null);
  }
}

const placeOf = (kind: string): number => QUESTION_KINDS.indexOf(kind as QuestionKind);
