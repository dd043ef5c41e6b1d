import {
  type AttemptId,
  type AttemptMessageId,
  type AttemptRow,
  type CandidateHolder,
  type Clock,
  Database,
  MessageRepository,
  type MessageRow,
  newId,
  parseId,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { leaveTraces } from '../../access/acts';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';

const CALLS = { limit: 20, windowSeconds: 3_600 } as const;

export type CallOutcome =
  | { readonly kind: 'called'; readonly attempt: AttemptRow }
  | { readonly kind: 'notRunning' }
  | { readonly kind: 'tooLong' };

/** Candidates call for help during an attempt, and mark what they were told as read. */
@Injectable()
export class Calls {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async call(holder: CandidateHolder, attemptId: string, text: string): Promise<CallOutcome> {
    await this.limits.take(`call:${holder.invitationId}`, CALLS);
    const attempt = await this.find(holder, attemptId);
    if (attempt === null) return { kind: 'notRunning' };
    const id = attempt.id as AttemptId;
    return this.db.transaction(async (tx): Promise<CallOutcome> => {
      const now = this.clock.now();
      const messages = tx.repo(MessageRepository);
      if (!(await messages.lockRunning(id, now))) return { kind: 'notRunning' };
      const call = { id: newId<AttemptMessageId>(this.clock), attemptId: id, text, sentAt: now };
      const called = await messages.call(call);
      if (called === null) return { kind: 'tooLong' };
      if (called.isNew) await this.leaveTrace(tx, holder, id);
      return { kind: 'called', attempt };
    });
  }

  /** Null if it is not the attempt of this candidate. */
  async read(
    holder: CandidateHolder,
    attemptId: string,
    ids: readonly string[],
  ): Promise<readonly MessageRow[] | null> {
    const attempt = await this.find(holder, attemptId);
    if (attempt === null) return null;
    const known = ids.flatMap((id) => parseId(id) ?? []);
    return this.db.repo(MessageRepository).read(attempt.id as AttemptId, known, this.clock.now());
  }

  private async find({ invitationId }: CandidateHolder, attemptId: string): Promise<AttemptRow | null> {
    const attempt = await this.db.repo(TakingRepository).findAttempt(invitationId);
    return attempt?.id === parseId(attemptId) ? attempt : null;
  }

  /** The words of the call are personal, so they are neither in the audit nor in the outbox. */
  private async leaveTrace(tx: Database, { organizationId, invitationId }: CandidateHolder, objectId: AttemptId) {
    const actor = { organizationId, accountId: null };
    await leaveTraces(tx, this.clock, actor, [{ act: 'attempt.help_called', objectId, detail: { invitationId } }]);
  }
}
