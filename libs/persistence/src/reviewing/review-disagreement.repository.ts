import type { Levels } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AccountId, AttemptId, AttemptItemId, OrganizationId, ReviewDisagreementId, ReviewQueueId } from '../ids';
import { countChanged, findRow, id, json, listRows, row } from '../rows';

/** Two marks of one answer that are two levels apart. */
export type DisagreementRow = z.infer<typeof DisagreementRow>;
const DisagreementRow = row({
  id: id<ReviewDisagreementId>(),
  queueId: id<ReviewQueueId>(),
  attemptId: id<AttemptId>(),
  itemId: id<AttemptItemId>(),
  openedAt: z.date(),
  resolvedAt: z.date().nullable(),
});
const DISAGREEMENT = `d.id, d.queue_id as "queueId", i.attempt_id as "attemptId", d.attempt_item_id as "itemId",
  d.opened_at as "openedAt", d.resolved_at as "resolvedAt"`;
const TABLES = 'review_disagreement d join attempt_item i on i.id = d.attempt_item_id';

/** What one of the two holds to be right: their newest mark, or what they proposed after it. */
export type PositionRow = z.infer<typeof PositionRow>;
const PositionRow = row({
  accountId: id<AccountId>(),
  levels: json<Levels>(),
  comments: json<Readonly<Record<string, string>>>(),
  proposed: json<Levels | null>(),
  reason: z.string().nullable(),
});

export type ResolutionToInsert = {
  readonly id: string;
  readonly disagreementId: ReviewDisagreementId;
  readonly accountId: AccountId;
  readonly levels: Levels;
  readonly reason: string;
  readonly isDecision: boolean;
  readonly at: Date;
};

/** Disagreements between two marks, and how they were resolved. */
export class ReviewDisagreementRepository {
  constructor(private readonly manager: EntityManager) {}

  async open(
    itemId: string,
    {
      organizationId,
      queueId,
      round,
      now,
    }: {
      readonly organizationId: OrganizationId;
      readonly queueId: ReviewQueueId;
      readonly round: number;
      readonly now: Date;
    },
  ): Promise<void> {
    await this.manager.query(
      `insert into review_disagreement (organization_id, queue_id, attempt_item_id, round, opened_at)
       values ($1, $2, $3, $4, $5) on conflict (attempt_item_id, round) do nothing`,
      [organizationId, queueId, itemId, round, now],
    );
  }

  /** The open ones that the reviewer may decide, oldest first: those of their marks, or as a third. */
  listOpen(queueId: ReviewQueueId, accountId: AccountId): Promise<DisagreementRow[]> {
    const sql = `select ${DISAGREEMENT} from ${TABLES} join review_queue q on q.id = d.queue_id and q.round = d.round
      where d.queue_id = $1 and d.resolved_at is null and (
        exists (select from review_task o where o.attempt_item_id = d.attempt_item_id and o.round = d.round and o.account_id = $2)
        or not exists (select from review_plan p
          where p.assessment_id = q.assessment_id and cardinality(p.reviewer_ids) > 0 and $2 <> all(p.reviewer_ids)))
      order by d.opened_at, d.id`;
    return listRows(this.manager, DisagreementRow, sql, [queueId, accountId]);
  }

  /** An open disagreement of the round that counts. Locks it, so that it is decided once. */
  hold(queueId: ReviewQueueId, disagreementId: string): Promise<DisagreementRow | null> {
    const sql = `select ${DISAGREEMENT} from ${TABLES} join review_queue q on q.id = d.queue_id and q.round = d.round
      where d.queue_id = $1 and d.id = $2 and d.resolved_at is null for update of d`;
    return findRow(this.manager, DisagreementRow, sql, [queueId, disagreementId]);
  }

  /** Both marks, in an order that says nothing about which came first. */
  listPositions(disagreementId: ReviewDisagreementId): Promise<PositionRow[]> {
    const sql = `select t.account_id as "accountId", r.levels, coalesce(n.comments, '{}') as comments, p.levels as proposed, p.reason
      from review_disagreement d
      join review_task t on t.attempt_item_id = d.attempt_item_id and t.round = d.round and t.done_at is not null
      join lateral (select id, levels, created_at from review where task_id = t.id order by number desc limit 1) r on true
      left join review_note n on n.review_id = r.id
      left join lateral (select levels, reason from review_resolution
        where disagreement_id = d.id and account_id = t.account_id and created_at >= r.created_at
        order by created_at desc, id desc limit 1) p on true
      where d.id = $1 order by md5(t.id::text)`;
    return listRows(this.manager, PositionRow, sql, [disagreementId]);
  }

  async insertResolution(resolution: ResolutionToInsert): Promise<void> {
    const { id: resolutionId, disagreementId, accountId, levels, reason, isDecision, at } = resolution;
    await this.manager.query(
      `insert into review_resolution (id, disagreement_id, account_id, levels, reason, is_decision, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [resolutionId, disagreementId, accountId, JSON.stringify(levels), reason, isDecision, at],
    );
  }

  async resolve(disagreementId: ReviewDisagreementId, levels: Levels, at: Date): Promise<void> {
    const sql = 'update review_disagreement set levels = $2, resolved_at = $3 where id = $1 and resolved_at is null';
    await countChanged(this.manager, sql, [disagreementId, JSON.stringify(levels), at]);
  }

  /** Whether both marks of this answer were shown to its reviewers: a mark is final from then on. */
  async exists(itemId: string, round: number): Promise<boolean> {
    const sql = `select ${DISAGREEMENT} from ${TABLES} where d.attempt_item_id = $1 and d.round = $2`;
    return (await findRow(this.manager, DisagreementRow, sql, [itemId, round])) !== null;
  }
}
