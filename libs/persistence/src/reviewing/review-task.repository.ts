import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, ReviewQueueId, ReviewTaskId } from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';
import { MarkToSettle, ReviewTaskRow, TASK } from './review-rows';

/** How long a reviewer keeps a task that they have opened and not marked. */
const LEASE = "interval '30 minutes'";

/** Who asks for a task, and when. */
export type Asking = { readonly queueId: ReviewQueueId; readonly accountId: AccountId; readonly now: Date };

export type TaskToOpen = { readonly itemId: string; readonly queueId: ReviewQueueId };

/**
 * Task `t` of queue `q` that reviewer $2 may take at $3: their own; or one that nobody has, of an answer that they have not
 * marked, if the plan names them or nobody. An assigned task is free again once its reviewer has lost the role.
 */
export const TAKEABLE = `t.round = q.round and t.done_at is null and t.cancelled_at is null and (t.account_id = $2 or (
  (t.account_id is null or (not t.is_assigned and t.leased_until <= $3) or not exists (
    select from member m where m.organization_id = t.organization_id and m.account_id = t.account_id and m.role = 'reviewer'))
  and not exists (select from review_task o
    where o.attempt_item_id = t.attempt_item_id and o.round = t.round and o.account_id = $2)
  and not exists (select from review_plan p
    where p.assessment_id = q.assessment_id and cardinality(p.reviewer_ids) > 0 and $2 <> all(p.reviewer_ids))))`;

const Queued = row({ queueId: id<ReviewQueueId>(), versionId: id() });
const Item = row({ itemId: id() });
/** A task that nobody has begun, and who has the other mark of its answer. */
export type AssignableRow = z.infer<typeof AssignableRow>;
const AssignableRow = row({ id: id<ReviewTaskId>(), notTo: z.array(id<AccountId>()).readonly() });

/** Who marks which answer. All that decides about it is one statement each, so that two reviewers never get one task. */
export class ReviewTaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The queues of these questions in the assessment of a version; makes those that are missing. */
  async ensureQueues(assessmentVersionId: string, versionIds: readonly string[], now: Date) {
    await this.manager.query(
      `insert into review_queue (organization_id, assessment_id, question_version_id, rubric_version_id, created_at)
       select v.organization_id, v.assessment_id, given.id, given.id, $3
       from assessment_version v, unnest($2::uuid[]) given (id) where v.id = $1
       on conflict (assessment_id, question_version_id) do nothing`,
      [assessmentVersionId, versionIds, now],
    );
    const sql = `select q.id as "queueId", q.question_version_id as "versionId" from review_queue q
      join assessment_version v on v.assessment_id = q.assessment_id
      where v.id = $1 and q.question_version_id = any($2::uuid[])`;
    const rows = await listRows(this.manager, Queued, sql, [assessmentVersionId, versionIds]);
    return new Map(rows.map(({ versionId, queueId }) => [versionId, queueId]));
  }

  /** Opens the first or second mark of answers, in the round of their queues; those that exist stay as they are. */
  async open(mark: 1 | 2, tasks: readonly TaskToOpen[], now: Date): Promise<void> {
    const [items, queues] = [tasks.map(({ itemId }) => itemId), tasks.map(({ queueId }) => queueId)];
    await this.manager.query(
      `insert into review_task (organization_id, queue_id, attempt_item_id, round, mark, created_at, due_at)
       select q.organization_id, q.id, given.item, q.round, $3, $4,
         $4::timestamptz + make_interval(days => (select days_due from review_plan where assessment_id = q.assessment_id))
       from unnest($1::uuid[], $2::uuid[]) given (item, queue) join review_queue q on q.id = given.queue
       on conflict (attempt_item_id, round, mark) do update set cancelled_at = null where review_task.done_at is null`,
      [items, queues, mark, now],
    );
  }

  /** Withdraws second marks that nobody has given. */
  async cancelSecond(itemIds: readonly string[], now: Date): Promise<void> {
    const sql = `update review_task t set cancelled_at = $2 from review_queue q
      where q.id = t.queue_id and t.round = q.round and t.mark = 2 and t.done_at is null and t.cancelled_at is null
        and t.attempt_item_id = any($1::uuid[])`;
    await countChanged(this.manager, sql, [itemIds, now]);
  }

  /** Asks those who marked an answer to mark it again, because another revision of it counts now. */
  async reopen(itemId: string, now: Date): Promise<void> {
    const sql = `update review_task t set done_at = null, is_assigned = true, created_at = $2 from review_queue q
      where q.id = t.queue_id and t.round = q.round and t.attempt_item_id = $1 and t.done_at is not null`;
    await countChanged(this.manager, sql, [itemId, now]);
  }

  /**
   * The reviewer's open task, or another one in an order that is random and always the same for a reviewer; null if there is
   * none. Nobody else gets it for half an hour. Concurrent requests of one reviewer wait for each other.
   */
  async take({ queueId, accountId, now }: Asking): Promise<ReviewTaskRow | null> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [accountId]);
    const sql = `update review_task t set account_id = $2, leased_until = $3::timestamptz + ${LEASE},
        is_assigned = t.is_assigned and t.account_id = $2
      where t.id = (
        select t.id from review_task t join review_queue q on q.id = t.queue_id where t.queue_id = $1 and ${TAKEABLE}
        order by t.account_id is distinct from $2, md5(t.attempt_item_id::text || $2::text), t.mark limit 1 for update of t skip locked)
      returning ${TASK}`;
    return findRow(this.manager, ReviewTaskRow, sql, [queueId, accountId, now]);
  }

  /** The tasks that a reviewer has done in the round of the queue, in that order. */
  listDone(queueId: ReviewQueueId, accountId: AccountId): Promise<ReviewTaskRow[]> {
    const sql = `select ${TASK} from review_task t join review_queue q on q.id = t.queue_id and q.round = t.round
      where t.queue_id = $1 and t.account_id = $2 and t.done_at is not null order by t.done_at, t.id`;
    return listRows(this.manager, ReviewTaskRow, sql, [queueId, accountId]);
  }

  /** A task of this queue. */
  find(queueId: ReviewQueueId, taskId: string): Promise<ReviewTaskRow | null> {
    const sql = `select ${TASK} from review_task t where t.queue_id = $1 and t.id = $2`;
    return findRow(this.manager, ReviewTaskRow, sql, [queueId, taskId]);
  }

  /** The reviewer's own task in the round that counts; null if another reviewer has it by now. Locks it. */
  holdOwn(queueId: ReviewQueueId, taskId: string, accountId: AccountId): Promise<ReviewTaskRow | null> {
    const sql = `select ${TASK} from review_task t join review_queue q on q.id = t.queue_id and q.round = t.round
      where t.queue_id = $1 and t.id = $2 and t.account_id = $3 and t.cancelled_at is null for update of t`;
    return findRow(this.manager, ReviewTaskRow, sql, [queueId, taskId, accountId]);
  }

  /** A mark that is replaced keeps its place in the order. */
  async finish(taskId: ReviewTaskId, now: Date): Promise<void> {
    const sql = 'update review_task set done_at = coalesce(done_at, $2), leased_until = null where id = $1';
    await countChanged(this.manager, sql, [taskId, now]);
  }

  /** The marks of an attempt's answers in the round that counts, in the order of its items, first marks first. */
  listToSettle(attemptId: string): Promise<MarkToSettle[]> {
    const sql = `select q.assessment_id as "assessmentId", q.id as "queueId", t.attempt_item_id as "itemId", t.round, t.mark,
        q.rubric_version_id as "rubricVersionId",
        case when t.done_at is not null then r.levels end as levels,
        d.id as "disagreementId", d.levels as resolved
      from attempt_item i
      join review_task t on t.attempt_item_id = i.id and t.cancelled_at is null
      join review_queue q on q.id = t.queue_id and q.round = t.round
      left join lateral (select levels from review where task_id = t.id order by number desc limit 1) r on true
      left join review_disagreement d on d.attempt_item_id = i.id and d.round = t.round
      where i.attempt_id = $1 order by i.position, t.mark`;
    return listRows(this.manager, MarkToSettle, sql, [attemptId]);
  }

  /** Tasks that nobody has begun or been assigned to; with `again` also assigned ones. Locks them. */
  listAssignable(queueId: ReviewQueueId, now: Date, again: boolean): Promise<AssignableRow[]> {
    const sql = `select t.id, array(select o.account_id from review_task o where o.attempt_item_id = t.attempt_item_id
        and o.round = t.round and o.id <> t.id and o.account_id is not null) as "notTo"
      from review_task t join review_queue q on q.id = t.queue_id and q.round = t.round
      where t.queue_id = $1 and t.done_at is null and t.cancelled_at is null
        and (t.account_id is null or (t.is_assigned and $3) or (not t.is_assigned and t.leased_until <= $2))
      order by md5(t.id::text) for update of t`;
    return listRows(this.manager, AssignableRow, sql, [queueId, now, again]);
  }

  /** Assigns one task; null gives it back to all. False if the reviewer has the other mark of its answer by now. */
  async assign(taskId: string, accountId: AccountId | null): Promise<boolean> {
    const sql = `update review_task t set account_id = $2, is_assigned = $2::uuid is not null, leased_until = null
      where t.id = $1 and t.done_at is null and ($2::uuid is null or not exists (
        select from review_task o where o.attempt_item_id = t.attempt_item_id and o.round = t.round and o.id <> t.id
          and o.account_id = $2))`;
    return (await countChanged(this.manager, sql, [taskId, accountId])) === 1;
  }

  /** Sets when open tasks of an assessment are due, from the day on which each was opened. */
  async setDue(assessmentId: string, daysDue: number | null): Promise<void> {
    const sql = `update review_task t set due_at = t.created_at + make_interval(days => $2::int), reminded_at = null
      from review_queue q where q.id = t.queue_id and q.assessment_id = $1 and t.done_at is null
        and t.due_at is distinct from t.created_at + make_interval(days => $2::int)`;
    await countChanged(this.manager, sql, [assessmentId, daysDue]);
  }

  /** The attempts of an assessment whose marks a changed plan may affect: those with a mark that does not count yet. */
  async listUnsettled(assessmentId: string | null): Promise<string[]> {
    const sql = `select distinct i.attempt_id as "itemId" from review_task t join review_queue q on q.id = t.queue_id and q.round = t.round
      join attempt_item i on i.id = t.attempt_item_id join attempt a on a.id = i.attempt_id
      where ($1::uuid is null or q.assessment_id = $1) and t.mark = 1 and t.cancelled_at is null
        and a.released_at is null and a.erased_at is null
        and not exists (select from score s where s.attempt_item_id = i.id and s.marked_by = 'reviewer'
          and (s.raw ->> 'round')::int = t.round)
        and ($1::uuid is not null or t.done_at is not null)`;
    return (await listRows(this.manager, Item, sql, [assessmentId])).map(({ itemId }) => itemId);
  }

  /** Starts the next round of a queue: unmarked tasks of the round before are withdrawn, each of its answers gets a new one. */
  async startRound(
    queueId: ReviewQueueId,
    {
      rubricVersionId,
      reason,
      accountId,
      now,
    }: {
      readonly rubricVersionId: string;
      readonly reason: string;
      readonly accountId: AccountId | null;
      readonly now: Date;
    },
  ): Promise<number> {
    await this.manager.query(
      `update review_task t set cancelled_at = $2 from review_queue q where q.id = $1 and t.queue_id = q.id and t.round = q.round
         and t.done_at is null and t.cancelled_at is null`,
      [queueId, now],
    );
    await this.manager.query('update review_queue set round = round + 1, rubric_version_id = $2 where id = $1', [
      queueId,
      rubricVersionId,
    ]);
    await this.manager.query(
      `insert into review_regrade (queue_id, round, rubric_version_id, reason, started_at, started_by)
       select id, round, rubric_version_id, $2, $3, $4 from review_queue where id = $1`,
      [queueId, reason, now, accountId],
    );
    const sql = `insert into review_task (organization_id, queue_id, attempt_item_id, round, mark, created_at, due_at)
      select distinct q.organization_id, q.id, t.attempt_item_id, q.round, 1, $2::timestamptz, $2::timestamptz +
        make_interval(days => (select days_due from review_plan where assessment_id = q.assessment_id))
      from review_queue q join review_task t on t.queue_id = q.id and t.round = q.round - 1
      join attempt_item i on i.id = t.attempt_item_id join attempt a on a.id = i.attempt_id and a.erased_at is null
      where q.id = $1 returning attempt_item_id as "itemId"`;
    return (await listRows(this.manager, Item, sql, [queueId, now])).length;
  }
}
