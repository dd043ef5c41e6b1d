import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, AttemptId, AttemptMessageId, InvitationId, OrganizationId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';

/** Messages of one attempt that a page shows; earlier ones are left out. */
const LATEST = 100;

/** A message as its candidate sees it. */
export type MessageRow = z.infer<typeof MessageRow>;
const MessageRow = row({
  id: id<AttemptMessageId>(),
  attemptId: id<AttemptId>(),
  kind: z.enum(['call', 'message']),
  /** The member who wrote it; null for a call, and once the account has been deleted. */
  sentBy: z.string().nullable(),
  isToAll: z.boolean(),
  text: z.string(),
  sentAt: z.date(),
  readAt: z.date().nullable(),
  answeredAt: z.date().nullable(),
});

const MESSAGE = `m.id, m.attempt_id as "attemptId", m.kind, p.display_name as "sentBy", m.is_to_all as "isToAll", m.text,
  m.sent_at as "sentAt", m.read_at as "readAt", m.answered_at as "answeredAt"`;
const TABLES = 'attempt_message m left join account_profile p on p.account_id = m.account_id';

/** A running attempt that a message may be sent to. */
export type Recipient = z.infer<typeof Recipient>;
const Recipient = row({ attemptId: id<AttemptId>(), invitationId: id<InvitationId>() });

/** An attempt of an assessment that still accepts answers, at the time of the parameter `now`. */
export const RUNNING = (now: string): string =>
  `a.ended_at is null and a.erased_at is null and (a.closes_at is null or a.closes_at > ${now})`;

export type Sending = {
  readonly organizationId: OrganizationId;
  readonly assessmentId: AssessmentId;
  readonly accountId: AccountId | null;
  readonly sendingId: string;
  readonly isToAll: boolean;
  readonly text: string;
  readonly sentAt: Date;
};

export type Call = {
  readonly id: AttemptMessageId;
  readonly attemptId: AttemptId;
  readonly text: string;
  readonly sentAt: Date;
};

const Called = row({ isNew: z.boolean() });
const Sent = row({ count: z.int() });
const OfAttempt = row({ attemptId: id<AttemptId>() });

/** $1 to $4: id, attempt, text, time. A text that was already added, for example by a repeated request, is not added again. */
const CALL = `insert into attempt_message as m
    (id, organization_id, assessment_id, attempt_id, kind, text, sent_at)
  select $1, a.organization_id, v.assessment_id, a.id, 'call', $3, $4
  from attempt a join assessment_version v on v.id = a.assessment_version_id where a.id = $2
  on conflict (attempt_id) where kind = 'call' and answered_at is null do update set text = case
    when m.text = '' then excluded.text
    when excluded.text = '' or m.text = excluded.text or right(m.text, char_length(excluded.text) + 1) = E'\\n' || excluded.text
      then m.text
    else m.text || E'\\n' || excluded.text end
  where char_length(m.text) + char_length(excluded.text) < 2000
  returning xmax = 0 as "isNew"`;

/** Messages between an organization and the candidates of its running attempts. */
export class MessageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Of each attempt the latest, oldest first. The caller has checked who asks. */
  listOfAttempts(attemptIds: readonly string[]): Promise<MessageRow[]> {
    const sql = `select ${MESSAGE} from unnest($1::uuid[]) given (id) cross join lateral (
        select * from attempt_message where attempt_id = given.id order by sent_at desc, id desc limit ${LATEST}) m
      left join account_profile p on p.account_id = m.account_id
      order by m.sent_at, m.id`;
    return listRows(this.manager, MessageRow, sql, [attemptIds]);
  }

  /** What candidates were told and have not put away, oldest first. */
  listUnread(attemptIds: readonly string[]): Promise<MessageRow[]> {
    const sql = `select ${MESSAGE} from ${TABLES}
      where m.attempt_id = any($1::uuid[]) and m.kind = 'message' and m.read_at is null order by m.sent_at, m.id`;
    return listRows(this.manager, MessageRow, sql, [attemptIds]);
  }

  /** Marks messages to this attempt as read and returns them; those that were read keep their time. */
  async read(attemptId: AttemptId, ids: readonly string[], now: Date): Promise<MessageRow[]> {
    await countChanged(
      this.manager,
      `update attempt_message set read_at = $3
       where attempt_id = $1 and id = any($2::uuid[]) and kind = 'message' and read_at is null`,
      [attemptId, ids, now],
    );
    const sql = `select ${MESSAGE} from ${TABLES} where m.attempt_id = $1 and m.id = any($2::uuid[]) order by m.sent_at, m.id`;
    return listRows(this.manager, MessageRow, sql, [attemptId, ids]);
  }

  /** Whether the attempt runs. Locks it, so that it is neither ended nor erased before the transaction commits. */
  async lockRunning(attemptId: AttemptId, now: Date): Promise<boolean> {
    const sql = `select a.id as "attemptId" from attempt a where a.id = $1 and ${RUNNING('$2')} for share`;
    return (await findRow(this.manager, OfAttempt, sql, [attemptId, now])) !== null;
  }

  /** Opens a call for help, or adds the text to the open one; null if that would become too long. */
  call({ id: callId, attemptId, text, sentAt }: Call): Promise<{ readonly isNew: boolean } | null> {
    return findRow(this.manager, Called, CALL, [callId, attemptId, text, sentAt]);
  }

  /** The running attempts of an assessment: all, or those of these invitations. Locks them, in an order that cannot deadlock. */
  lockRecipients(
    assessmentId: AssessmentId,
    invitationIds: readonly string[] | null,
    now: Date,
  ): Promise<readonly Recipient[]> {
    const sql = `select a.id as "attemptId", a.invitation_id as "invitationId" from attempt a
      where a.assessment_version_id in (select id from assessment_version where assessment_id = $1)
        and a.purpose = 'assessment' and a.invitation_id is not null
        and ($2::uuid[] is null or a.invitation_id = any($2::uuid[])) and ${RUNNING('$3')}
      order by a.id for no key update of a`;
    return listRows(this.manager, Recipient, sql, [assessmentId, invitationIds, now]);
  }

  /** How many attempts have got what was sent under this id. */
  async countSent(assessmentId: AssessmentId, sendingId: string): Promise<number> {
    const sql = 'select count(*)::int as count from attempt_message where sending_id = $1 and assessment_id = $2';
    return (await findRow(this.manager, Sent, sql, [sendingId, assessmentId]))?.count ?? 0;
  }

  /** Sends one text to attempts. False if a request with this id has sent it before. */
  async send(sending: Sending, to: readonly { id: AttemptMessageId; attemptId: AttemptId }[]): Promise<boolean> {
    const { organizationId, assessmentId, accountId, sendingId, isToAll, text, sentAt } = sending;
    const sql = `insert into attempt_message
        (id, organization_id, assessment_id, attempt_id, kind, account_id, sending_id, is_to_all, text, sent_at)
      select given.id, $3, $4, given.attempt_id, 'message', $5, $6, $7, $8, $9
      from unnest($1::uuid[], $2::uuid[]) given (id, attempt_id)
      on conflict (sending_id, attempt_id) do nothing returning attempt_id as "attemptId"`;
    const [ids, attempts] = [to.map((one) => one.id), to.map((one) => one.attemptId)];
    const parameters = [ids, attempts, organizationId, assessmentId, accountId, sendingId, isToAll, text, sentAt];
    return (await listRows(this.manager, OfAttempt, sql, parameters)).length === to.length;
  }

  /** Closes the open calls for help of these invitations, whose attempts may have ended; gives the attempts that had one. */
  async answerCalls(
    { assessmentId, accountId }: Pick<Sending, 'assessmentId' | 'accountId'>,
    invitationIds: readonly string[],
    now: Date,
  ): Promise<readonly AttemptId[]> {
    const sql = `update attempt_message m set answered_at = $3, answered_by = $4 from attempt a
      where a.invitation_id = any($2::uuid[]) and m.attempt_id = a.id and m.assessment_id = $1
        and m.kind = 'call' and m.answered_at is null
      returning m.attempt_id as "attemptId"`;
    const rows = await listRows(this.manager, OfAttempt, sql, [assessmentId, invitationIds, now, accountId]);
    return rows.map(({ attemptId }) => attemptId);
  }
}
