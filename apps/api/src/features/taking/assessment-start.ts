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
  type InvitedRow,
  newId,
  OutboxRepository,
  type OutboxId,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../platform/app-error';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import { CLOCK } from '../../platform/app-options';
import { AttemptEnd } from '../attempt/attempt-end';
import { itemsOfDrawn, newAttempt, startClock } from '../attempt/begin-attempt';
import { PROGRAM_KINDS } from '../attempt/draw';

export type StartOutcome =
  | { readonly kind: 'started'; readonly attempt: AttemptRow }
  | { readonly kind: 'notOpen'; readonly invited: InvitedRow }
  /** Variants or cases of a question do not exist. */
  | { readonly kind: 'notReady' }
  /** The person has an open attempt of the assessment, from another invitation. */
  | { readonly kind: 'openElsewhere'; readonly title: string; readonly startedAt: Date };

/** Starts the attempt of an invitation: draws its items by its seed and sets its deadline. */
@Injectable()
export class AssessmentStart {
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(holder: CandidateHolder): Promise<StartOutcome> {
    try {
      return await this.startOnce(holder);
    } catch (error) {
      // The index `attempt_open_key`: only an insert tells, since another invitation may be started at the same moment.
      const other = isUniqueViolation(error) ? await this.findOther(holder) : null;
      if (other === null) throw error;
      return other.endedAt === null ? { kind: 'openElsewhere', ...other } : this.startOnce(holder);
    }
  }

  /** The person's open attempt from another invitation, which is ended if its time is over. */
  private async findOther(holder: CandidateHolder) {
    const taking = this.db.repo(TakingRepository);
    const invited = await taking.find(holder);
    if (invited === null) return null;
    const open = await taking.findOpen(invited.candidateId, invited.assessmentId);
    if (open === null) return null;
    const { startedAt, endedAt } = await this.attemptEnd.endIfOverdue(open);
    return { title: invited.content.title, startedAt, endedAt };
  }

  private async startOnce(holder: CandidateHolder): Promise<StartOutcome> {
    const outcome = await this.db.transaction(async (tx) => {
      await tx.repo(TakingRepository).lockForStart(holder);
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
    const items = (await itemsOfDrawn(tx, this.clock, drawn, seed)).filter((item) => item !== null);
    const isComplete = items.length > 0 && items.length === drawn.length;
    if (!isComplete || !(await this.areCasesReady(tx, invited, drawn))) return { kind: 'notReady' };
    // The record may have been merged into another one since the request came.
    const { assessmentVersionId, candidateId } = invited;
    const what = { purpose: 'assessment', form: 'assessment', assessmentVersionId } as const;
    const attempt = newAttempt(this.clock, { ...what, ...columnsOf({ ...holder, candidateId }), seed });
    if (!(await tx.repo(AttemptRepository).insert(attempt, items))) throw notFound();
    await tx.repo(TakingRepository).setUsed(invited.id, attempt.startedAt);
    const { extraTime, breakSeconds, content } = invited;
    const { minutes, sections } = content;
    await startClock(tx, this.clock, attempt, { minutes, sections, extraTime, breakSeconds });
    await this.tell(tx, attempt);
    const stored = await tx.repo(TakingRepository).findAttempt(invited.id);
    if (stored === null) throw notFound();
    return { kind: 'started', attempt: stored };
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

  private async tell(tx: Database, { id: attemptId, organizationId, invitationId, startedAt: at }: AttemptRow) {
    const act = { organizationId, actorAccountId: null, act: 'attempt.started', objectId: attemptId, at } as const;
    await tx.repo(AuditRepository).insert({ id: newId<AuditId>(this.clock), ...act });
    const payload = { attemptId, invitationId };
    const event = { organizationId, event: 'attempt.started', payload, createdAt: at };
    await tx.repo(OutboxRepository).insert({ id: newId<OutboxId>(this.clock), ...event });
  }
}
