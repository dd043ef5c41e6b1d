import type { MarkedBy } from '@holdout/scoring';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ScoreEntity } from '../grading/submission.entity';
import { id, json, listRows, row } from '../rows';

export type ScoreToInsert = {
  readonly id: string;
  readonly itemId: string;
  readonly submissionId: string | null;
  readonly responseRevision: number | null;
  readonly state: 'answered' | 'omitted' | 'notReached';
  readonly raw: object;
  readonly earned: number;
  readonly possible: number;
  /** Points, out of `possible`, that only a person can award. */
  readonly pending: number;
  readonly markedBy: MarkedBy;
  readonly misconceptions: readonly string[];
  readonly at: Date;
};

/** One score of an item. `standingScore` of `@holdout/scoring` selects the one that counts. */
export type ItemScoreRow = z.infer<typeof ItemScoreRow>;
const ItemScoreRow = row({
  itemId: id(),
  state: z.enum(['answered', 'omitted', 'notReached']),
  earned: z.number(),
  possible: z.number(),
  pending: z.number(),
  markedBy: z.enum(['key', 'self', 'reviewer', 'rescore'] satisfies MarkedBy[]),
  raw: json(),
  misconceptions: z.array(z.string()).readonly(),
  scoredAt: z.date(),
});

/** Keys, explanations and correct values of one item. Use only for scoring and for feedback that may be shown. */
export type ItemSecrets = z.infer<typeof ItemSecrets>;
const ItemSecrets = row({
  itemId: id(),
  secretPart: json(),
  variantSecret: json(),
  /** Prefix of the stored skill and misconception ids of its bank. */
  namespace: z.string(),
  /** The key that its organization gave the question afterwards; null if it has its own. */
  correctedKey: json(),
});

const Sentence = row({ id: z.string(), sentence: z.string() });

export class ScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(score: ScoreToInsert): Promise<void> {
    const { itemId: attemptItemId, at: scoredAt, ...columns } = score;
    const entity = { ...columns, attemptItemId, scoredAt, misconceptions: [...score.misconceptions] };
    await this.manager.insert(ScoreEntity, entity);
  }

  /** All scores of these items, oldest first. */
  list(itemIds: readonly string[]): Promise<ItemScoreRow[]> {
    return listRows(
      this.manager,
      ItemScoreRow,
      `select attempt_item_id as "itemId", state, earned, possible, pending, marked_by as "markedBy", raw,
         misconceptions, scored_at as "scoredAt"
       from score where attempt_item_id = any($1::uuid[]) order by scored_at, id`,
      [itemIds],
    );
  }

  async listSecrets(itemIds: readonly string[]): Promise<ItemSecrets[]> {
    if (itemIds.length === 0) return [];
    return listRows(
      this.manager,
      ItemSecrets,
      `select i.id as "itemId", v.secret_part as "secretPart", t.secret as "variantSecret",
         case when b.organization_id is null then '' else b.id || '/' end as namespace,
         (select c.key from attempt a join assessment_version u on u.id = a.assessment_version_id
           join item_correction c on c.assessment_id = u.assessment_id and c.question_version_id = v.id
           where a.id = i.attempt_id order by c.made_at desc, c.id desc limit 1) as "correctedKey"
       from attempt_item i
       join question_version v on v.id = i.question_version_id
       join question q on q.id = v.question_id
       join bank b on b.id = q.bank_id
       left join variant t on t.id = i.variant_id
       where i.id = any($1::uuid[])`,
      [itemIds],
    );
  }

  /** The sentences of misconceptions, by id. */
  async sentencesOf(misconceptions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (misconceptions.length === 0) return new Map();
    const rows = await listRows(
      this.manager,
      Sentence,
      'select id, sentence from misconception where id = any($1::text[])',
      [misconceptions],
    );
    return new Map(rows.map((row) => [row.id, row.sentence]));
  }
}
