import type { AttemptRules } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, id, json, listRows, row } from '../rows';
import { prepared } from '../schema/prepared';
import { CLOSED_AT, type ItemRow, RULES } from './attempt-rows';
import { HELD, type Holders, holderParameters } from './holder';
import { RevisionRepository } from './revision.repository';

export type ItemToAnswer = z.infer<typeof ItemToAnswer>;
const ItemToAnswer = row({
  id: id(),
  kind: z.string(),
  /** Without display-only fields: the text, the chart, the starters. */
  candidatePart: json(),
  draw: json<ItemRow['draw']>(),
  revealed: json<ItemRow['revealed']>(),
  languages: z.array(z.string()).readonly(),
  /** Of an item that is answered with code; they may limit its languages. */
  rules: json<AttemptRules | null>(),
  /** The saved answer; only for an item with revealed parts, since no other answer depends on the previous one. */
  answer: json(),
});

const SavedCode = row({ itemId: id(), language: z.string(), source: z.string() });

export type SavedResponse = { readonly revision: number; readonly savedAt: Date; readonly answer: unknown };

export type AnswerToSave = {
  /** Made by the client, once for each save: a retry has the same. */
  readonly id: string;
  readonly itemId: string;
  readonly answer: object;
  /** The revision that the answer builds on; 0 for none. */
  readonly basedOn: number;
  /** How many parts of the item were revealed when the answer was read. */
  readonly revealed: number;
};

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly response: SavedResponse }
  /** Another save came first. The answer is kept as a refused revision; `current` is what it did not know. */
  | { readonly kind: 'stale'; readonly current: SavedResponse }
  /** The item has not accepted answers since `closedAt`. */
  | { readonly kind: 'closed'; readonly closedAt: Date }
  /** Another part was revealed after the client wrote the answer. */
  | { readonly kind: 'moved' }
  /** The save's id belongs to another item. */
  | { readonly kind: 'foreignId' };

/** $1 item, $2 to $5 holder, $6 save id, $7 answer, $8 time, $9 number of revealed parts, $10 the revision built on. */
const ITEM = `item as (
    select i.id, ${CLOSED_AT(8)} as closed_at, jsonb_array_length(i.revealed) = $9 as is_in_place
    from attempt_item i join attempt a on a.id = i.attempt_id
    where i.id = $1 and not i.is_withheld and ${HELD(2)}
    for update of i)`;

/**
 * The revision is compared in `do update`, which reads the newest committed row: the snapshot of the statement may be
 * older than the lock on the item that it waited for.
 */
const SAVE = prepared(`with ${ITEM},
  seen as (
    select rr.id, rr.revision, rr.saved_at, rr.answer from response_revision rr
    join item on item.id = rr.attempt_item_id where rr.id = $6),
  saved as (
    insert into response (attempt_item_id, revision, answer, first_saved_at, saved_at)
    select id, 1, $7::jsonb, $8, $8 from item
    where closed_at is null and is_in_place and not exists (select from seen)
    on conflict (attempt_item_id)
    do update set revision = response.revision + 1, answer = excluded.answer, saved_at = excluded.saved_at
    where response.revision = $10
    returning attempt_item_id, revision, answer, saved_at),
  logged as (
    insert into response_revision (id, attempt_item_id, revision, answer, saved_at)
    select $6, attempt_item_id, revision, answer, saved_at from saved)
  select item.closed_at as "closedAt", item.is_in_place as "isInPlace", seen.id is not null as "isKnown",
    coalesce(seen.revision, saved.revision) as revision, coalesce(seen.saved_at, saved.saved_at) as "savedAt",
    coalesce(seen.answer, saved.answer) as answer
  from item left join seen on true left join saved on true`);

const SavedRow = row({
  closedAt: z.date().nullable(),
  isInPlace: z.boolean(),
  isKnown: z.boolean(),
  revision: z.int().nullable(),
  savedAt: z.date().nullable(),
  answer: json(),
});

/** Keeps a refused answer, unless it says what the current one says. */
const KEEP = `with ${ITEM}
  insert into response_revision (id, attempt_item_id, based_on, answer, saved_at)
  select $6, item.id, $10, $7::jsonb, $8 from item
  where closed_at is null and is_in_place
    and not exists (select from response r where r.attempt_item_id = item.id and r.answer = $7::jsonb)
  on conflict (id) do nothing`;

/** The current answer, and what is stored under the save's id. */
const AFTER_KEEPING = `select r.revision, r.saved_at as "savedAt", r.answer, r.answer = $3::jsonb as "isSame",
    own.id is not null as "isKnown", own.revision as "ownRevision", own.saved_at as "ownSavedAt", own.answer as "ownAnswer"
  from response r left join response_revision own on own.id = $2 and own.attempt_item_id = r.attempt_item_id
  where r.attempt_item_id = $1`;

const AfterKeeping = row({
  revision: z.int(),
  savedAt: z.date(),
  answer: json(),
  isSame: z.boolean(),
  isKnown: z.boolean(),
  ownRevision: z.int().nullable(),
  ownSavedAt: z.date().nullable(),
  ownAnswer: json(),
});

const ITEM_TO_ANSWER = prepared(`select i.id, v.kind, i.draw, i.revealed, v.languages,
         case when cardinality(v.languages) > 0 then ${RULES} end as rules,
         case when jsonb_array_length(i.revealed) > 0 then r.answer end as answer,
         v.candidate_part - array['statement', 'hints', 'spec', 'alt', 'languages', 'datasets'] as "candidatePart"
       from attempt_item i
       join attempt a on a.id = i.attempt_id
       join question_version v on v.id = i.question_version_id
       left join response r on r.attempt_item_id = i.id
       where i.id = $1 and not i.is_withheld and ${HELD(2)}`);

/** Answers, saved as numbered revisions. Saving is the most frequent write, so it takes one statement. */
export class ResponseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The fields of an item that an answer is validated against; null if the holder does not have the item. */
  findItemToAnswer(itemId: string, holders: Holders): Promise<ItemToAnswer | null> {
    return findRow(this.manager, ItemToAnswer, ITEM_TO_ANSWER, [itemId, ...holderParameters(holders)]);
  }

  /** The latest saved code of each item in each language. */
  listCode(itemIds: readonly string[]): Promise<z.infer<typeof SavedCode>[]> {
    return listRows(
      this.manager,
      SavedCode,
      `select distinct on (attempt_item_id, answer ->> 'language')
         attempt_item_id as "itemId", answer ->> 'language' as language, answer ->> 'source' as source
       from response_revision
       where attempt_item_id = any($1::uuid[]) and revision is not null and answer ->> 'kind' = 'code'
       order by attempt_item_id, answer ->> 'language', revision desc`,
      [itemIds],
    );
  }

  /**
   * Saves the answer as the next revision, if it builds on the current one and the item is open; else refuses it, and
   * keeps it if another save came first. Nothing is overwritten: the rule is `decideSave` of `@holdout/assessment`.
   * Idempotent: a known id changes nothing and returns the first result, so a client can retry a save whose response
   * was lost.
   */
  async save(holders: Holders, answer: AnswerToSave, now: Date): Promise<SaveOutcome | null> {
    const { id: saveId, itemId, basedOn, revealed } = answer;
    const json = JSON.stringify(answer.answer);
    const parameters = [itemId, ...holderParameters(holders), saveId, json, now, revealed, basedOn];
    const saved = await findRow(this.manager, SavedRow, SAVE, parameters);
    if (saved === null) return null;
    if (saved.revision !== null && saved.savedAt !== null) {
      return savedAs(saved.revision, saved.savedAt, saved.answer ?? (await this.answerOf(saveId)));
    }
    if (saved.isKnown) return this.refused(itemId, saveId, json);
    const shut = shutBy(saved);
    if (shut !== null) return shut;
    await this.manager.query(KEEP, parameters);
    return this.refused(itemId, saveId, json);
  }

  /** Of a save that was repeated so late that its version is stored as a delta. */
  private async answerOf(revisionId: string): Promise<unknown> {
    return (await new RevisionRepository(this.manager).answersOf([revisionId])).get(revisionId);
  }

  /** The outcome of a save that did not become the current answer in its first statement. */
  private async refused(itemId: string, saveId: string, json: string): Promise<SaveOutcome | null> {
    const found = await findRow(this.manager, AfterKeeping, AFTER_KEEPING, [itemId, saveId, json]);
    // The holder's data was deleted in between.
    if (found === null) return null;
    // A copy of the same request was accepted while this one waited for the lock.
    if (found.ownRevision !== null && found.ownSavedAt !== null) {
      return savedAs(found.ownRevision, found.ownSavedAt, found.ownAnswer ?? (await this.answerOf(saveId)));
    }
    const { revision, savedAt, answer } = found;
    if (found.isKnown) return { kind: 'stale', current: { revision, savedAt, answer } };
    return found.isSame ? savedAs(revision, savedAt, answer) : { kind: 'foreignId' };
  }
}

/** Why the item takes no such answer, whatever it builds on; null if it does. */
function shutBy({ closedAt, isInPlace }: z.infer<typeof SavedRow>): SaveOutcome | null {
  if (closedAt !== null) return { kind: 'closed', closedAt };
  return isInPlace ? null : { kind: 'moved' };
}

const savedAs = (revision: number, savedAt: Date, answer: unknown): SaveOutcome => ({
  kind: 'saved',
  response: { revision, savedAt, answer },
});
