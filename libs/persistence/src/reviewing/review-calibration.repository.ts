import type { Levels } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, ReviewQueueId } from '../ids';
import { id, json, listRows, row } from '../rows';
import type { ReviewQueueRow } from './review-rows';

/** An answer of a candidate that a manager chose for calibration. */
export type CalibrationAnswerRow = z.infer<typeof CalibrationAnswerRow>;
const CalibrationAnswerRow = row({ itemId: id(), levels: json<Levels>(), reason: z.string() });

/** What a reviewer marked of the set; `answer` names a sample, or an answer by its item. */
export type CalibrationMarkRow = z.infer<typeof CalibrationMarkRow>;
const CalibrationMarkRow = row({ answer: z.string(), levels: json<Levels>() });

/** An answer with the levels that count for it. */
export type MarkedAnswerRow = z.infer<typeof MarkedAnswerRow>;
const MarkedAnswerRow = row({ taskId: id(), answer: json(), levels: json<Levels>(), isInCalibration: z.boolean() });

const ItemId = row({ itemId: id() });

type Round = Pick<ReviewQueueRow, 'id' | 'round'>;

/** What reviewers mark before the answers of candidates. */
export class ReviewCalibrationRepository {
  constructor(private readonly manager: EntityManager) {}

  listAnswers(queueId: ReviewQueueId): Promise<CalibrationAnswerRow[]> {
    const sql = `select attempt_item_id as "itemId", levels, reason from review_calibration_answer
      where queue_id = $1 order by added_at, attempt_item_id`;
    return listRows(this.manager, CalibrationAnswerRow, sql, [queueId]);
  }

  /** Of the round that counts. */
  listMarks({ id: queueId, round }: Round, accountId: AccountId): Promise<CalibrationMarkRow[]> {
    const sql = `select answer, levels from review_calibration_mark
      where queue_id = $1 and round = $2 and account_id = $3 order by created_at`;
    return listRows(this.manager, CalibrationMarkRow, sql, [queueId, round, accountId]);
  }

  /** The first mark of an answer stays. */
  async mark(
    { id: queueId, round }: Round,
    { accountId, answer, levels, at }: CalibrationMarkRow & { readonly accountId: AccountId; readonly at: Date },
  ): Promise<void> {
    await this.manager.query(
      `insert into review_calibration_mark (queue_id, round, account_id, answer, levels, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [queueId, round, accountId, answer, JSON.stringify(levels), at],
    );
  }

  /** Answers whose levels count, newest first. */
  listMarked({ id: queueId, round }: Round, most: number): Promise<MarkedAnswerRow[]> {
    const sql = `select t.id as "taskId", r.answer, s.raw -> 'levels' as levels, c.attempt_item_id is not null as "isInCalibration"
      from review_task t join response r on r.attempt_item_id = t.attempt_item_id
      join lateral (select raw, scored_at from score where attempt_item_id = t.attempt_item_id and marked_by = 'reviewer'
        and (raw ->> 'round')::int = t.round order by scored_at desc, id desc limit 1) s on true
      left join review_calibration_answer c on c.queue_id = t.queue_id and c.attempt_item_id = t.attempt_item_id
      where t.queue_id = $1 and t.round = $2 and t.mark = 1 and t.cancelled_at is null order by s.scored_at desc, t.id limit $3`;
    return listRows(this.manager, MarkedAnswerRow, sql, [queueId, round, most]);
  }

  /** Adds the answer of a task to the set, with the levels that count for it. False if none count yet. */
  async addAnswer(
    { id: queueId, round }: Round,
    {
      taskId,
      reason,
      accountId,
      at,
    }: {
      readonly taskId: string;
      readonly reason: string;
      readonly accountId: AccountId | null;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const sql = `insert into review_calibration_answer as c (queue_id, attempt_item_id, levels, reason, added_at, added_by)
      select t.queue_id, t.attempt_item_id, s.raw -> 'levels', $4, $5, $6
      from review_task t join attempt_item i on i.id = t.attempt_item_id join attempt a on a.id = i.attempt_id and a.erased_at is null
      join lateral (select raw from score where attempt_item_id = t.attempt_item_id and marked_by = 'reviewer'
        and (raw ->> 'round')::int = $3 order by scored_at desc, id desc limit 1) s on true
      where t.queue_id = $1 and t.id = $2 and t.round = $3
        and not exists (select from jsonb_each_text(s.raw -> 'levels') l where l.value !~ '^[0-9]+$')
      on conflict (queue_id, attempt_item_id) do update set levels = excluded.levels, reason = excluded.reason
      returning c.attempt_item_id as "itemId"`;
    return (await listRows(this.manager, ItemId, sql, [queueId, taskId, round, reason, at, accountId])).length === 1;
  }
}
