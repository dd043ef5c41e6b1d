import type { MarkedBy } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';

export type ScoreToInsert = {
  readonly id: string;
  readonly itemId: string;
  readonly submissionId: string | null;
  readonly responseRevision: number | null;
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly raw: object;
  readonly earned: number;
  readonly possible: number;
  /** Of those possible, what only a person can give. */
  readonly pending: number;
  readonly markedBy: MarkedBy;
  readonly misconceptions: readonly string[];
  readonly at: Date;
};

/** One score of an item. Which of several stands is decided by `standingScore` of `@holdout/scoring`. */
export type ItemScoreRow = {
  readonly itemId: string;
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly earned: number;
  readonly possible: number;
  readonly pending: number;
  readonly markedBy: MarkedBy;
  readonly raw: unknown;
  readonly misconceptions: readonly string[];
  readonly scoredAt: Date;
};

/** Keys, explanations and correct values of one item. For scoring and for feedback that may be shown, nothing else. */
export type ItemSecrets = {
  readonly itemId: string;
  readonly secretPart: unknown;
  readonly variantSecret: unknown;
  /** What the stored ids of its bank's skills and misconceptions begin with. */
  readonly namespace: string;
};

export class ScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(score: ScoreToInsert): Promise<void> {
    await this.manager.query(
      `insert into score (id, attempt_item_id, submission_id, response_revision, state, raw, earned, possible,
         misconceptions, scored_at, pending, marked_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        score.id,
        score.itemId,
        score.submissionId,
        score.responseRevision,
        score.state,
        JSON.stringify(score.raw),
        score.earned,
        score.possible,
        score.misconceptions,
        score.at,
        score.pending,
        score.markedBy,
      ],
    );
  }

  /** All scores of these items, in the order in which they were written. */
  list(itemIds: readonly string[]): Promise<ItemScoreRow[]> {
    return this.manager.query(
      `select attempt_item_id as "itemId", state, earned, possible, pending, marked_by as "markedBy", raw,
         misconceptions, scored_at as "scoredAt"
       from score where attempt_item_id = any($1::uuid[]) order by scored_at, id`,
      [itemIds],
    );
  }

  async listSecrets(itemIds: readonly string[]): Promise<ItemSecrets[]> {
    if (itemIds.length === 0) return [];
    return this.manager.query(
      `select i.id as "itemId", v.secret_part as "secretPart", t.secret as "variantSecret",
         case when b.organization_id is null then '' else b.id || '/' end as namespace
       from attempt_item i
       join question_version v on v.id = i.question_version_id
       join question q on q.id = v.question_id
       join bank b on b.id = q.bank_id
       left join variant t on t.id = i.variant_id
       where i.id = any($1::uuid[])`,
      [itemIds],
    );
  }

  /** Id to sentence. */
  async sentencesOf(misconceptions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (misconceptions.length === 0) return new Map();
    const rows: { id: string; sentence: string }[] = await this.manager.query(
      'select id, sentence from misconception where id = any($1::text[])',
      [misconceptions],
    );
    return new Map(rows.map((row) => [row.id, row.sentence]));
  }
}
