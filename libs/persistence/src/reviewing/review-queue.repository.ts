import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AssessmentId, OrganizationId } from '../ids';
import { findRow, id, listRows, row } from '../rows';
import { QUEUE, QUEUE_TABLES, ReviewQueueRow } from './review-rows';
import { TAKEABLE } from './review-task.repository';

/** What waits for one reviewer in a queue. */
export type ReviewerWorkRow = z.infer<typeof ReviewerWorkRow>;
const ReviewerWorkRow = row({
  queueId: id(),
  /** Answers whose first mark the reviewer may give. */
  toMark: z.int(),
  /** Answers of which the reviewer may give the second mark only. */
  secondMarks: z.int(),
  done: z.int(),
  /** Open ones that the reviewer may decide. */
  disagreements: z.int(),
  /** Of the reviewer's marks; null without any. */
  medianSeconds: z.number().nullable(),
  dueAt: z.date().nullable(),
});

/** How far the marking of a queue has come. */
export type QueueProgressRow = z.infer<typeof QueueProgressRow>;
const QueueProgressRow = row({
  queueId: id(),
  answers: z.int(),
  firstDone: z.int(),
  second: z.int(),
  secondDone: z.int(),
  disagreements: z.int(),
  overdue: z.int(),
  medianSeconds: z.number().nullable(),
});

/** What one reviewer has of a queue. */
export type ReviewerLoadRow = z.infer<typeof ReviewerLoadRow>;
const ReviewerLoadRow = row({
  queueId: id(),
  accountId: id<AccountId>(),
  name: z.string(),
  open: z.int(),
  done: z.int(),
});

const Owner = row({ organizationId: id<OrganizationId>() });

/** Disagreement `d` of queue `q` that reviewer $2 may decide: one of the two, or a third whom the plan allows. */
const DECIDABLE = `d.queue_id = q.id and d.round = q.round and d.resolved_at is null and (
  exists (select from review_task o where o.attempt_item_id = d.attempt_item_id and o.round = d.round and o.account_id = $2)
  or not exists (select from review_plan p
    where p.assessment_id = q.assessment_id and cardinality(p.reviewer_ids) > 0 and $2 <> all(p.reviewer_ids)))`;

const WORK = `select q.id as "queueId", coalesce(w."toMark", 0)::int as "toMark",
    coalesce(w.items - w."toMark", 0)::int as "secondMarks", coalesce(m.done, 0)::int as done,
    (select count(*)::int from review_disagreement d where ${DECIDABLE}) as disagreements,
    m.seconds as "medianSeconds", w."dueAt"
  from review_queue q
  left join lateral (
    select count(distinct t.attempt_item_id) as items, count(*) filter (where t.mark = 1) as "toMark", min(t.due_at) as "dueAt"
    from review_task t where t.queue_id = q.id and ${TAKEABLE}) w on true
  left join lateral (
    select count(*) as done, percentile_cont(0.5) within group (order by (
      select seconds from review r where r.task_id = t.id order by number limit 1)) as seconds
    from review_task t
    where t.queue_id = q.id and t.round = q.round and t.account_id = $2 and t.done_at is not null) m on true`;

/** Queues of answers, for those who mark them and those who plan it. */
export class ReviewQueueRepository {
  constructor(private readonly manager: EntityManager) {}

  async findOrganization(queueId: string): Promise<OrganizationId | null> {
    const sql = 'select organization_id as "organizationId" from review_queue where id = $1';
    return (await findRow(this.manager, Owner, sql, [queueId]))?.organizationId ?? null;
  }

  find(queueId: string): Promise<ReviewQueueRow | null> {
    return findRow(this.manager, ReviewQueueRow, `select ${QUEUE} from ${QUEUE_TABLES} where q.id = $1`, [queueId]);
  }

  /** By assessment and title. */
  list(organizationId: OrganizationId): Promise<ReviewQueueRow[]> {
    const sql = `select ${QUEUE} from ${QUEUE_TABLES} where q.organization_id = $1 order by s.title, s.id, v.title, q.id`;
    return listRows(this.manager, ReviewQueueRow, sql, [organizationId]);
  }

  listOfAssessment(assessmentId: AssessmentId): Promise<ReviewQueueRow[]> {
    const sql = `select ${QUEUE} from ${QUEUE_TABLES} where q.assessment_id = $1 order by v.title, q.id`;
    return listRows(this.manager, ReviewQueueRow, sql, [assessmentId]);
  }

  /** For each of these queues, in no order. */
  listWork(queueIds: readonly string[], accountId: AccountId, now: Date): Promise<ReviewerWorkRow[]> {
    const sql = `${WORK} where q.id = any($1::uuid[])`;
    return listRows(this.manager, ReviewerWorkRow, sql, [queueIds, accountId, now]);
  }

  listProgress(queueIds: readonly string[], now: Date): Promise<QueueProgressRow[]> {
    const sql = `select q.id as "queueId", count(*) filter (where t.mark = 1)::int as answers,
        count(*) filter (where t.mark = 1 and t.done_at is not null)::int as "firstDone",
        count(*) filter (where t.mark = 2)::int as second,
        count(*) filter (where t.mark = 2 and t.done_at is not null)::int as "secondDone",
        (select count(*)::int from review_disagreement d
         where d.queue_id = q.id and d.round = q.round and d.resolved_at is null) as disagreements,
        count(*) filter (where t.done_at is null and t.due_at < $2)::int as overdue,
        percentile_cont(0.5) within group (order by (
          select seconds from review r where r.task_id = t.id order by number limit 1)) as "medianSeconds"
      from review_queue q left join review_task t on t.queue_id = q.id and t.round = q.round and t.cancelled_at is null
      where q.id = any($1::uuid[]) group by q.id`;
    return listRows(this.manager, QueueProgressRow, sql, [queueIds, now]);
  }

  /** Who has tasks of these queues, by name. */
  listLoads(queueIds: readonly string[], now: Date): Promise<ReviewerLoadRow[]> {
    const sql = `select q.id as "queueId", t.account_id as "accountId", p.display_name as name,
        count(*) filter (where t.done_at is null)::int as open, count(*) filter (where t.done_at is not null)::int as done
      from review_queue q join review_task t on t.queue_id = q.id and t.round = q.round and t.cancelled_at is null
      join account_profile p on p.account_id = t.account_id
      where q.id = any($1::uuid[]) and (t.done_at is not null or t.is_assigned or t.leased_until > $2)
      group by q.id, t.account_id, p.display_name order by p.display_name, t.account_id`;
    return listRows(this.manager, ReviewerLoadRow, sql, [queueIds, now]);
  }
}
