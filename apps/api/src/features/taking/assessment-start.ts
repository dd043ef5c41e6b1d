import { randomBytes } from 'node:crypto';
import { type DrawnQuestion, drawQuestions, mayStart } from '@holdout/assessment';
import { rngOf } from '@holdout/bank';
import {
  AttemptRepository,
  type AttemptRow,
  AuditRepository,
  type AuditId,
  type CandidateHolder,
  type Clock,
  columnsOf,
  Database,
  DrawRepository,
  type InvitedRow,
  type ItemToInsert,
  newId,
  OutboxRepository,
  type OutboxId,
  TakingRepository,
  TimeRepository,
} from '@holdout/persistence';
import type { TimeEntry } from '@holdout/timing';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { AttemptEnd } from '../attempt/attempt-end';
import { drawItems, PROGRAM_KINDS } from '../attempt/draw';

export type StartOutcome =
  | { readonly kind: 'started'; readonly attempt: AttemptRow }
  | { readonly kind: 'notOpen'; readonly invited: InvitedRow }
  /** Variants or cases of a question do not exist. */
  | { readonly kind: 'notReady' };

/** Starts the attempt of an invitation: draws its items by its seed and sets its deadline. */
@Injectable()
export class AssessmentStart {
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(holder: CandidateHolder): Promise<StartOutcome> {
    const outcome = await this.db.transaction(async (tx) => {
      await tx.repo(TakingRepository).lock(holder.invitationId);
      const invited = await tx.repo(TakingRepository).find(holder);
      if (invited === null) throw notFound();
      const started = await tx.repo(TakingRepository).findAttempt(invited.id);
      if (started !== null) return { kind: 'started', attempt: started } as const;
      if (!mayStart(invited, this.clock.now())) return { kind: 'notOpen', invited } as const;
      return this.begin(tx, invited, holder);
    });
    if (outcome.kind !== 'started') return outcome;
    return { kind: 'started', attempt: await this.attemptEnd.endIfOverdue(outcome.attempt) };
  }

  private async begin(tx: Database, invited: InvitedRow, holder: CandidateHolder): Promise<StartOutcome> {
    const seed = randomBytes(32).toString('hex');
    const seen = new Set(await tx.repo(TakingRepository).listSeen(invited.candidateId));
    const drawn = drawQuestions({ sections: invited.content.sections, rng: rngOf(seed), seen });
    const items = await this.itemsOf(tx, drawn, seed);
    if (items === null || items.length === 0 || !(await this.areCasesReady(tx, invited, drawn))) {
      return { kind: 'notReady' };
    }
    const attempt = this.newAttempt(invited, holder, seed);
    if (!(await tx.repo(AttemptRepository).insert(attempt, items))) throw notFound();
    await tx.repo(TakingRepository).setUsed(invited.id, attempt.startedAt);
    await this.setDeadline(tx, attempt, invited);
    await this.tell(tx, attempt);
    const stored = await tx.repo(TakingRepository).findAttempt(invited.id);
    if (stored === null) throw notFound();
    return { kind: 'started', attempt: stored };
  }

  /** Null if a variant is missing. */
  private async itemsOf(
    tx: Database,
    drawn: readonly DrawnQuestion[],
    seed: string,
  ): Promise<readonly ItemToInsert[] | null> {
    const versions = await tx.repo(DrawRepository).listVersions(drawn.map((one) => one.questionVersionId));
    const items = await drawItems(tx, this.clock, versions, seed);
    return items.every((item) => item !== null)
      ? items.map((item, index) => ({ ...item, ...placeOf(drawn[index]) }))
      : null;
  }

  /** Hidden data of a version is made before the first invitation goes out; a start must not outrun it. */
  private async areCasesReady(tx: Database, invited: InvitedRow, drawn: readonly DrawnQuestion[]): Promise<boolean> {
    const ids = drawn.map((one) => one.questionVersionId);
    return (
      (
        await tx
          .repo(TakingRepository)
          .listUnprepared(ids, { kinds: PROGRAM_KINDS, scope: invited.assessmentVersionId })
      ).length === 0
    );
  }

  private newAttempt(invited: InvitedRow, holder: CandidateHolder, seed: string): AttemptRow {
    return {
      id: newId(this.clock),
      purpose: 'assessment',
      form: 'assessment',
      ...columnsOf(holder),
      assessmentVersionId: invited.assessmentVersionId,
      rules: null,
      seed,
      startedAt: this.clock.now(),
      closesAt: null,
      endedAt: null,
      endedBy: null,
      releasedAt: null,
      receiptCode: null,
    };
  }

  private async setDeadline(tx: Database, { id: attemptId, startedAt: at }: AttemptRow, invited: InvitedRow) {
    for (const entry of timeEntriesOf(invited)) {
      const made = { id: newId(this.clock), attemptId, reason: 'start', actorAccountId: null };
      await tx.repo(TimeRepository).add({ ...made, entry, at });
    }
  }

  private async tell(tx: Database, { id: attemptId, organizationId, invitationId, startedAt: at }: AttemptRow) {
    const act = { organizationId, actorAccountId: null, act: 'attempt.started', objectId: attemptId, at };
    await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...act });
    const payload = { attemptId, invitationId };
    const event = { organizationId, event: 'attempt.started', payload, createdAt: at };
    await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
  }
}

function timeEntriesOf({ content, extraTime, breakSeconds }: InvitedRow): readonly TimeEntry[] {
  const entries: TimeEntry[] = [{ kind: 'limit', seconds: content.minutes * 60 }];
  if (extraTime > 0) entries.push({ kind: 'extraTime', share: extraTime });
  if (breakSeconds > 0) entries.push({ kind: 'break', seconds: breakSeconds });
  return entries;
}

function placeOf(drawn: DrawnQuestion | undefined): { readonly sectionId: string; readonly weight: number } {
  if (drawn === undefined) throw new Error('There are more items than drawn questions.');
  return { sectionId: drawn.sectionId, weight: drawn.weight };
}
