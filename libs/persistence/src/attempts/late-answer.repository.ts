import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AssessmentId, InvitationId, LateAnswerId } from '../ids';
import { countChanged, findRow, getRow, id, json, listRows, row } from '../rows';
import { HELD, type Holders, holderParameters } from './holder';

/** Of one item. The newest is always kept, the others while they are few and small. */
const MOST = 10;
const MOST_BYTES = 2 * 1024 * 1024;

export type AnswerToKeep = {
  readonly id: LateAnswerId;
  readonly itemId: string;
  readonly basedOn: number;
  readonly answer: object;
  readonly closedAt: Date;
  readonly arrivedAt: Date;
};

const Counted = row({ revision: z.int(), savedAt: z.date(), answer: json() });
const WithId = row({ id: id() });
const Count = row({ count: z.int() });
const OfAttempt = row({ attemptId: id(), count: z.int() });

export type KeepOutcome =
  | { readonly kind: 'kept' }
  /** It says what the answer that counts says. */
  | { readonly kind: 'counts'; readonly response: z.infer<typeof Counted> }
  /** Its id belongs to another item. */
  | { readonly kind: 'foreignId' };

/** A late answer as members see it in a list, without the answer itself. */
export type LateAnswerRow = z.infer<typeof LateAnswerRow>;
const LateAnswerRow = row({
  id: id<LateAnswerId>(),
  attemptId: id(),
  invitationId: id<InvitationId>(),
  itemId: id(),
  name: z.string(),
  email: z.string(),
  position: z.int(),
  kind: z.string(),
  title: z.string(),
  /** Why its item was closed: the time was up, the candidate had submitted, or had left it for good. */
  cause: z.enum(['time', 'submitted', 'left']),
  closedAt: z.date(),
  arrivedAt: z.date(),
  admittedAt: z.date().nullable(),
  /** Null once the account has been deleted. */
  admittedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

export type LateCursor = { readonly arrivedAt: Date; readonly id: string };
export type LatePage = {
  readonly assessmentId: AssessmentId;
  /** Null: those of all candidates. */
  readonly invitationId: InvitationId | null;
  readonly first: number;
  readonly after: LateCursor | null;
};

const ROW = `l.id, a.id as "attemptId", a.invitation_id as "invitationId", i.id as "itemId", p.name, p.email, i.position,
    v.kind, v.title, case when i.fixed_by = 'left' then 'left'
      when a.ended_by = 'candidate' and a.ended_at <= l.closed_at then 'submitted' else 'time' end as cause,
    l.closed_at as "closedAt", l.arrived_at as "arrivedAt", l.admitted_at as "admittedAt",
    by.display_name as "admittedBy", l.reason`;
const TABLES = `late_answer l join attempt_item i on i.id = l.attempt_item_id join attempt a on a.id = i.attempt_id
  join question_version v on v.id = i.question_version_id
  join candidate_profile p on p.candidate_id = a.candidate_id
  left join account_profile by on by.account_id = l.admitted_by`;
const OF = `l.assessment_id = $1 and l.organization_id = (select organization_id from assessment where id = $1)
  and a.erased_at is null`;

/** What is admitted, with its item and attempt locked by the same statement. */
const ToAdmit = row({
  id: id<LateAnswerId>(),
  itemId: id(),
  attemptId: id(),
  invitationId: id<InvitationId>(),
  answer: json(),
  arrivedAt: z.date(),
  admittedAt: z.date().nullable(),
});

const StoredAnswer = row({ id: id<LateAnswerId>(), answer: json() });

/** Answers that came after the grace. */
export class LateAnswerRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Keeps an answer to a closed item; null if the holder does not have it. Repeated, or with what was kept last, it changes
   * nothing. Must run in a transaction, which holds the attempt so that its erasure waits.
   */
  async keep(holders: Holders, late: AnswerToKeep): Promise<KeepOutcome | null> {
    const held = `select a.id from attempt_item i join attempt a on a.id = i.attempt_id
      where i.id = $1 and not i.is_withheld and ${HELD(2)} for share of a`;
    const attempt = await findRow(this.manager, WithId, held, [late.itemId, ...holderParameters(holders)]);
    if (attempt === null) return null;
    const json = JSON.stringify(late.answer);
    const same = `select revision, saved_at as "savedAt", answer from response where attempt_item_id = $1 and answer = $2::jsonb`;
    const response = await findRow(this.manager, Counted, same, [late.itemId, json]);
    if (response !== null) return { kind: 'counts', response };
    const foreign = 'select id from late_answer where id = $1 and attempt_item_id <> $2';
    if ((await findRow(this.manager, WithId, foreign, [late.id, late.itemId])) !== null) return { kind: 'foreignId' };
    await this.insert(late, { attemptId: attempt.id, json });
    return { kind: 'kept' };
  }

  /** Newest first. The caller has checked the membership. */
  list({ assessmentId, invitationId, first, after }: LatePage): Promise<LateAnswerRow[]> {
    const sql = `select ${ROW} from ${TABLES}
      where ${OF} and ($2::uuid is null or a.invitation_id = $2)
        and ($3::timestamptz is null or (l.arrived_at, l.id) < ($3, $4::uuid))
      order by l.arrived_at desc, l.id desc limit $5`;
    const from = [after?.arrivedAt ?? null, after?.id ?? null];
    return listRows(this.manager, LateAnswerRow, sql, [assessmentId, invitationId, ...from, first]);
  }

  find(assessmentId: AssessmentId, lateAnswerId: LateAnswerId): Promise<LateAnswerRow | null> {
    const sql = `select ${ROW} from ${TABLES} where ${OF} and l.id = $2`;
    return findRow(this.manager, LateAnswerRow, sql, [assessmentId, lateAnswerId]);
  }

  /** How many items have a late answer and none that was admitted. */
  async countWaiting(assessmentId: AssessmentId): Promise<number> {
    const sql = `select count(*)::int as count from (
      select l.attempt_item_id from ${TABLES} where ${OF} group by l.attempt_item_id
      having count(l.admitted_at) = 0) waiting`;
    return (await getRow(this.manager, Count, sql, [assessmentId])).count;
  }

  /** How many items of each attempt have a late answer and none that was admitted; none for 0. No holder check. */
  async countsOf(attemptIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = `select attempt_id as "attemptId", count(*)::int as count from (
      select i.attempt_id from late_answer l join attempt_item i on i.id = l.attempt_item_id
      where i.attempt_id = any($1::uuid[]) group by i.id having count(l.admitted_at) = 0) waiting
      group by attempt_id`;
    const rows = await listRows(this.manager, OfAttempt, sql, [attemptIds]);
    return new Map(rows.map(({ attemptId, count }) => [attemptId, count]));
  }

  /** The answers themselves, which may be large. */
  async answersOf(ids: readonly LateAnswerId[]): Promise<ReadonlyMap<string, unknown>> {
    const sql = 'select id, answer from late_answer where id = any($1::uuid[])';
    return new Map((await listRows(this.manager, StoredAnswer, sql, [ids])).map((each) => [each.id, each.answer]));
  }

  /** Locks the attempt, then reads the answer: of two members who admit at once, the second sees what the first did. */
  async lockToAdmit(assessmentId: AssessmentId, lateAnswerId: LateAnswerId) {
    const hold = `select a.id from late_answer l join attempt_item i on i.id = l.attempt_item_id
      join attempt a on a.id = i.attempt_id where l.id = $2 and ${OF} for update of a`;
    if ((await findRow(this.manager, WithId, hold, [assessmentId, lateAnswerId])) === null) return null;
    const sql = `select l.id, i.id as "itemId", a.id as "attemptId", a.invitation_id as "invitationId", l.answer,
        l.arrived_at as "arrivedAt", l.admitted_at as "admittedAt"
      from late_answer l join attempt_item i on i.id = l.attempt_item_id join attempt a on a.id = i.attempt_id
      where l.id = $2 and ${OF}`;
    return findRow(this.manager, ToAdmit, sql, [assessmentId, lateAnswerId]);
  }

  /** Makes it the current answer, as the next revision. Must run in the transaction that has locked it. */
  async admit(
    lateAnswerId: LateAnswerId,
    made: {
      readonly revisionId: string;
      readonly at: Date;
      readonly by: string | null;
      readonly reason: string;
    },
  ): Promise<void> {
    const sql = `with late as (select attempt_item_id, answer, arrived_at from late_answer where id = $1),
      saved as (
        insert into response (attempt_item_id, revision, answer, first_saved_at, saved_at)
        select attempt_item_id, 1, answer, arrived_at, arrived_at from late
        on conflict (attempt_item_id)
        do update set revision = response.revision + 1, answer = excluded.answer, saved_at = excluded.saved_at
        returning attempt_item_id, revision, answer, saved_at),
      logged as (
        insert into response_revision (id, attempt_item_id, revision, answer, saved_at)
        select $2::uuid, attempt_item_id, revision, answer, saved_at from saved)
      update late_answer l set admitted_at = $3, admitted_by = $4, reason = $5, revision = saved.revision
      from saved where l.id = $1`;
    await countChanged(this.manager, sql, [lateAnswerId, made.revisionId, made.at, made.by, made.reason]);
  }

  private async insert(late: AnswerToKeep, { attemptId, json }: { readonly attemptId: string; readonly json: string }) {
    const sql = `insert into late_answer
        (id, organization_id, assessment_id, attempt_item_id, based_on, answer, closed_at, arrived_at)
      select $1::uuid, a.organization_id, v.assessment_id, $3::uuid, $4::int, $5::jsonb, $6::timestamptz, $7::timestamptz
      from attempt a join assessment_version v on v.id = a.assessment_version_id
      where a.id = $2 and not exists (
        select from (select answer from late_answer where attempt_item_id = $3 order by arrived_at desc, id desc limit 1) newest
        where newest.answer = $5::jsonb)
      on conflict (id) do nothing`;
    const { itemId, basedOn, closedAt, arrivedAt } = late;
    await this.manager.query(sql, [late.id, attemptId, itemId, basedOn, json, closedAt, arrivedAt]);
    const thin = `delete from late_answer where id in (
      select id from (
        select id, row_number() over newest as place, sum(pg_column_size(answer)) over newest as bytes
        from late_answer where attempt_item_id = $1 and admitted_at is null
        window newest as (order by arrived_at desc, id desc)) kept
      where place > ${MOST} or (place > 1 and bytes > ${MOST_BYTES}))`;
    await countChanged(this.manager, thin, [itemId]);
  }
}
