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
  readonly misconceptions: readonly string[];
  readonly at: Date;
};

/** The best score an item has; in practice code may be sent more than once. */
export type ItemScoreRow = {
  readonly itemId: string;
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly earned: number;
  readonly possible: number;
  readonly misconceptions: readonly string[];
};

/** Keys, explanations and correct values of one item. For scoring and for feedback that may be shown, nothing else. */
export type ItemSecrets = {
  readonly itemId: string;
  readonly secretPart: unknown;
  readonly variantSecret: unknown;
};

export class ScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(score: ScoreToInsert): Promise<void> {
    await this.manager.query(
      `insert into score (id, attempt_item_id, submission_id, response_revision, state, raw, earned, possible,
         misconceptions, scored_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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
      ],
    );
  }

  listBest(itemIds: readonly string[]): Promise<ItemScoreRow[]> {
    return this.manager.query(
      `select distinct on (attempt_item_id) attempt_item_id as "itemId", state, earned, possible, misconceptions
       from score where attempt_item_id = any($1::uuid[])
       order by attempt_item_id, earned / possible desc, scored_at`,
      [itemIds],
    );
  }

  async listSecrets(itemIds: readonly string[]): Promise<ItemSecrets[]> {
    if (itemIds.length === 0) return [];
    return this.manager.query(
      `select i.id as "itemId", v.secret_part as "secretPart", t.secret as "variantSecret"
       from attempt_item i
       join question_version v on v.id = i.question_version_id
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
