import {
  type AssessmentId,
  type Clock,
  Database,
  MessageRepository,
  type Recipient,
  type TicketId,
  UsedTicketRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone, type Trace } from '../../access/acts';
import type { InputIssue } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { TimeGiving } from '../attempt/time/time-giving';
import { textIssues } from './message-text';

const MOST_MINUTES = 240;
const LONGEST_REASON = 500;
/** For as long as a repeated request is recognized. */
const REPEATED_MS = 24 * 3_600_000;

export type TimeToAdd = { readonly minutes: number; readonly reason: string };

type Adding = {
  readonly assessmentId: AssessmentId;
  /** Null: everyone whose attempt runs. */
  readonly invitationIds: readonly string[] | null;
  readonly time: TimeToAdd;
  readonly requestId: string;
};

/** What is wrong with time to add; the reason is tidy. */
export function timeIssues({ minutes, reason }: TimeToAdd): InputIssue[] {
  const issues = textIssues(reason, { field: 'reason', longest: LONGEST_REASON, mayBeEmpty: false });
  if (minutes < 1) return [{ field: 'minutes', code: 'TOO_SMALL', limit: 1 }, ...issues];
  if (minutes > MOST_MINUTES) return [{ field: 'minutes', code: 'TOO_LARGE', limit: MOST_MINUTES }, ...issues];
  return issues;
}

/** Members give time to attempts that run. */
@Injectable()
export class AddedTime {
  constructor(
    private readonly acts: Acts,
    private readonly giving: TimeGiving,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many attempts have it. */
  add(by: Actor, { assessmentId, invitationIds, time, requestId }: Adding): Promise<number> {
    return this.acts.run(by, async (tx, now) => {
      const until = new Date(now.getTime() + REPEATED_MS);
      const isFirst = await tx.repo(UsedTicketRepository).use(requestId as TicketId, until);
      const to = await tx.repo(MessageRepository).lockRecipients(assessmentId, invitationIds, now);
      if (!isFirst || to.length === 0) return nothingDone(to.length);
      return done(to.length, await this.give(tx, by, { assessmentId, time, to }));
    });
  }

  /** Gives time to locked attempts, in the transaction of the act that it belongs to; returns what that act leaves. */
  async give(
    tx: Database,
    { accountId: actorAccountId }: Actor,
    { assessmentId, time, to }: Pick<Adding, 'assessmentId' | 'time'> & { readonly to: readonly Recipient[] },
  ): Promise<Trace> {
    const { minutes, reason } = time;
    const entry = { kind: 'added', seconds: minutes * 60 } as const;
    const at = this.clock.now();
    const attemptIds = to.map(({ attemptId }) => attemptId);
    const made = { entry, reason, actorAccountId, at };
    await this.giving.give(
      tx,
      attemptIds.map((attemptId) => ({ attemptId, ...made })),
    );
    const [only, ...others] = to;
    const invitation = only !== undefined && others.length === 0 ? { invitationId: only.invitationId } : {};
    const detail = { count: to.length, minutes, ...invitation };
    return { act: 'attempt.time_added', objectId: assessmentId, detail };
  }
}
