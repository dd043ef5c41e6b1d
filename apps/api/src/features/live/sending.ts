import {
  type AssessmentId,
  type AttemptMessageId,
  type Clock,
  Database,
  MessageRepository,
  newId,
  type Recipient,
  type Sending as SendingRow,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone, type Trace } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { AttemptNews } from '../attempt/presence/attempt-news';
import { AddedTime, type TimeToAdd } from './added-time';

export type ToSend = {
  readonly assessmentId: AssessmentId;
  /** Null: everyone whose attempt runs. */
  readonly invitationIds: readonly string[] | null;
  readonly text: string;
  readonly sendingId: string;
  /** Given in the same act; null for none. */
  readonly time: TimeToAdd | null;
};

/** Members write to candidates whose attempts run, and close their calls for help. */
@Injectable()
export class Sending {
  constructor(
    private readonly acts: Acts,
    private readonly news: AttemptNews,
    private readonly time: AddedTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many attempts it was sent to. */
  send(by: Actor, toSend: ToSend): Promise<number> {
    return this.acts.run(by, async (tx, now) => {
      const { assessmentId, invitationIds, sendingId } = toSend;
      const messages = tx.repo(MessageRepository);
      const before = await messages.countSent(assessmentId, sendingId);
      if (before > 0) return nothingDone(before);
      const recipients = await messages.lockRecipients(assessmentId, invitationIds, now);
      const sending = {
        ...by,
        assessmentId,
        sendingId,
        text: toSend.text,
        isToAll: invitationIds === null,
        sentAt: now,
      };
      if (!(await this.write(tx, sending, recipients))) return nothingDone(recipients.length);
      if (invitationIds !== null) {
        const called = recipients.map(({ invitationId }) => invitationId);
        await messages.answerCalls({ assessmentId, accountId: by.accountId }, called, now);
      }
      const sent = sentTrace(toSend, recipients);
      if (toSend.time === null) return done(recipients.length, sent);
      const given = { assessmentId, time: toSend.time, to: recipients };
      return done(recipients.length, sent, await this.time.give(tx, by, given));
    });
  }

  /** How many calls for help it closed. */
  close(by: Actor, assessmentId: AssessmentId, invitationIds: readonly string[]): Promise<number> {
    return this.acts.run(by, async (tx, now) => {
      const whose = { assessmentId, accountId: by.accountId };
      const closed = await tx.repo(MessageRepository).answerCalls(whose, invitationIds, now);
      const [first, ...others] = closed.map((objectId): Trace => ({
        act: 'attempt.help_answered',
        objectId,
        detail: { assessmentId },
      }));
      return first === undefined ? nothingDone(0) : done(closed.length, first, ...others);
    });
  }

  /** False if nobody got it now: no attempt runs, or another request has just sent it. */
  private async write(tx: Database, sending: SendingRow, to: readonly Recipient[]): Promise<boolean> {
    if (to.length === 0) return false;
    const each = to.map(({ attemptId }) => ({ id: newId<AttemptMessageId>(this.clock), attemptId }));
    if (!(await tx.repo(MessageRepository).send(sending, each))) return false;
    await this.news.tellAll(
      tx,
      each.map(({ attemptId }) => attemptId),
      'MESSAGE',
    );
    return true;
  }
}

/** One entry, however many got it. */
function sentTrace({ assessmentId }: ToSend, recipients: readonly Recipient[]): Trace {
  const [only, ...others] = recipients;
  const invitation = only !== undefined && others.length === 0 ? { invitationId: only.invitationId } : {};
  return {
    act: 'attempt.message_sent',
    objectId: assessmentId,
    detail: { count: recipients.length, ...invitation },
  };
}
