import type { Levels } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, OrganizationId, ReviewId, ReviewQueueId, ReviewTaskId } from '../ids';
import { ITEM, ITEM_TABLES, ItemRow } from '../attempts/attempt-rows';
import { findRow, getRow, id, json, listRows, row } from '../rows';

/** What a reviewer wrote beside the levels. */
export type ReviewNotes = {
  /** By criterion. */
  readonly comments: Readonly<Record<string, string>>;
  /** For the report of the candidate. */
  readonly toCandidate: string;
  /** For members of the organization only. */
  readonly private: string;
};

export type ReviewToInsert = {
  readonly id: ReviewId;
  readonly organizationId: OrganizationId;
  readonly taskId: ReviewTaskId;
  readonly accountId: AccountId;
  readonly levels: Levels;
  /** Whether the reviewer wants somebody to look at it again. */
  readonly isFlagged: boolean;
  readonly seconds: number;
  readonly notes: ReviewNotes;
  readonly at: Date;
};

/** One reviewer's newest mark of a task. */
export type ReviewRow = z.infer<typeof ReviewRow>;
const ReviewRow = row({
  taskId: id<ReviewTaskId>(),
  number: z.int(),
  levels: json<Levels>(),
  isFlagged: z.boolean(),
  seconds: z.int(),
  comments: json<Readonly<Record<string, string>>>(),
  toCandidate: z.string(),
  private: z.string(),
  createdAt: z.date(),
});

/** What reviewers wrote about an item, without who wrote it. */
export type ReviewWordsRow = z.infer<typeof ReviewWordsRow>;
const ReviewWordsRow = row({
  itemId: id(),
  comments: json<Readonly<Record<string, string>>>(),
  toCandidate: z.string(),
  private: z.string(),
});

const Inserted = row({ number: z.int() });

/** Marks are insert-only: a mark that replaces another is one more row of the same task. */
export class ReviewRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The caller holds the task. Gives the number of the mark within its task, from 1. */
  async insert({ notes, ...review }: ReviewToInsert): Promise<number> {
    const { id: reviewId, organizationId, taskId, accountId, levels, isFlagged, seconds, at } = review;
    const { number } = await getRow(
      this.manager,
      Inserted,
      `insert into review (id, organization_id, task_id, account_id, number, levels, is_flagged, seconds, created_at)
       select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8 from review where task_id = $3 returning number`,
      [reviewId, organizationId, taskId, accountId, JSON.stringify(levels), isFlagged, seconds, at],
    );
    await this.manager.query(
      'insert into review_note (review_id, comments, to_candidate, private) values ($1, $2, $3, $4)',
      [reviewId, JSON.stringify(notes.comments), notes.toCandidate, notes.private],
    );
    return number;
  }

  /** The item whose answer a reviewer marks. No holder check: the caller has the task. */
  getItem(itemId: string): Promise<ItemRow> {
    return getRow(this.manager, ItemRow, `select ${ITEM} from ${ITEM_TABLES} where i.id = $1`, [itemId]);
  }

  /** Some item of a queue, for the question that its answers have in common. */
  getItemOfQueue(queueId: ReviewQueueId): Promise<ItemRow> {
    const sql = `select ${ITEM} from ${ITEM_TABLES}
      where i.id = (select attempt_item_id from review_task where queue_id = $1 order by id limit 1)`;
    return getRow(this.manager, ItemRow, sql, [queueId]);
  }

  /** The newest mark of a task; null before the first. */
  findOfTask(taskId: ReviewTaskId): Promise<ReviewRow | null> {
    const sql = `select r.task_id as "taskId", r.number, r.levels, r.is_flagged as "isFlagged", r.seconds,
        coalesce(n.comments, '{}') as comments, coalesce(n.to_candidate, '') as "toCandidate", coalesce(n.private, '') as private,
        r.created_at as "createdAt"
      from review r left join review_note n on n.review_id = r.id where r.task_id = $1 order by r.number desc limit 1`;
    return findRow(this.manager, ReviewRow, sql, [taskId]);
  }

  /**
   * The newest words of each mark of these items that counts: those of the last round that was marked. For reports; the
   * caller shows `toCandidate` alone to the candidate.
   */
  listWords(itemIds: readonly string[]): Promise<ReviewWordsRow[]> {
    const sql = `select t.attempt_item_id as "itemId", n.comments, n.to_candidate as "toCandidate", n.private
      from review_task t
      join lateral (select id from review where task_id = t.id order by number desc limit 1) r on true
      join review_note n on n.review_id = r.id
      where t.attempt_item_id = any($1::uuid[]) and t.done_at is not null
        and t.round = (select max(o.round) from review_task o
          where o.attempt_item_id = t.attempt_item_id and o.done_at is not null)
      order by t.attempt_item_id, md5(t.id::text)`;
    return listRows(this.manager, ReviewWordsRow, sql, [itemIds]);
  }
}
