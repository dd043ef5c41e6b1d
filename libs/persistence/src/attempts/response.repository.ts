import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, id, json, listRows, row } from '../rows';
import type { ItemRow } from './attempt-rows';
import { HELD, type Holder, holderParameters } from './holder';

export type ItemToAnswer = z.infer<typeof ItemToAnswer>;
const ItemToAnswer = row({
  id: id(),
  kind: z.string(),
  /** Without display-only fields: the text, the chart, the starters. */
  candidatePart: json(),
  draw: json<ItemRow['draw']>(),
  revealed: json<ItemRow['revealed']>(),
  languages: z.array(z.string()).readonly(),
  /** The saved answer; only for an item with revealed parts, since no other answer depends on the previous one. */
  answer: json(),
});

const SavedCode = row({ itemId: id(), language: z.string(), source: z.string() });

export type SavedResponse = { readonly revision: number; readonly savedAt: Date; readonly answer: unknown };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly response: SavedResponse }
  /** The item has not accepted answers since `closedAt`. */
  | { readonly kind: 'closed'; readonly closedAt: Date }
  /** Another part was revealed after the client wrote the answer. */
  | { readonly kind: 'moved' };

/** When the item stopped accepting answers; null while it accepts them. `clock` is the number of the time parameter. */
const CLOSED_AT = (clock: number): string =>
  `coalesce(i.fixed_at, a.ended_at, case when $${clock} >= a.closes_at then a.closes_at end)`;

/** $1 item, $2 to $5 holder, $6 revision id, $7 answer, $8 time, $9 number of revealed parts. */
const SAVE = `with item as (
    select i.id, ${CLOSED_AT(8)} as closed_at, jsonb_array_length(i.revealed) as revealed
    from attempt_item i join attempt a on a.id = i.attempt_id
    where i.id = $1 and ${HELD(2)}
    for update of i),
  seen as (
    select rr.revision, rr.saved_at, rr.answer from response_revision rr join item on item.id = rr.attempt_item_id
    where rr.id = $6),
  saved as (
    insert into response (attempt_item_id, revision, answer, first_saved_at, saved_at)
    select id, 1, $7::jsonb, $8, $8 from item
    where closed_at is null and revealed = $9 and not exists (select from seen)
    on conflict (attempt_item_id)
    do update set revision = response.revision + 1, answer = excluded.answer, saved_at = excluded.saved_at
    returning attempt_item_id, revision, answer, saved_at),
  logged as (
    insert into response_revision (id, attempt_item_id, revision, answer, saved_at)
    select $6, attempt_item_id, revision, answer, saved_at from saved)
  select item.closed_at as "closedAt", coalesce(seen.revision, saved.revision) as revision,
    coalesce(seen.saved_at, saved.saved_at) as "savedAt", coalesce(seen.answer, saved.answer) as answer
  from item left join seen on true left join saved on true`;

const SavedRow = row({
  closedAt: z.date().nullable(),
  revision: z.int().nullable(),
  savedAt: z.date().nullable(),
  answer: json(),
});

/** Answers, saved as numbered revisions. Saving is the most frequent write, so it takes one statement. */
export class ResponseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The fields of an item that an answer is validated against; null if the holder does not have the item. */
  findItemToAnswer(itemId: string, holder: Holder): Promise<ItemToAnswer | null> {
    return findRow(
      this.manager,
      ItemToAnswer,
      `select i.id, v.kind, i.draw, i.revealed, v.languages,
         case when jsonb_array_length(i.revealed) > 0 then r.answer end as answer,
         v.candidate_part - array['statement', 'hints', 'spec', 'alt', 'languages', 'datasets'] as "candidatePart"
       from attempt_item i
       join attempt a on a.id = i.attempt_id
       join question_version v on v.id = i.question_version_id
       left join response r on r.attempt_item_id = i.id
       where i.id = $1 and ${HELD(2)}`,
      [itemId, ...holderParameters(holder)],
    );
  }

  /** The latest saved code of each item in each language. */
  listCode(itemIds: readonly string[]): Promise<z.infer<typeof SavedCode>[]> {
    return listRows(
      this.manager,
      SavedCode,
      `select distinct on (attempt_item_id, answer ->> 'language')
         attempt_item_id as "itemId", answer ->> 'language' as language, answer ->> 'source' as source
       from response_revision
       where attempt_item_id = any($1::uuid[]) and answer ->> 'kind' = 'code'
       order by attempt_item_id, answer ->> 'language', revision desc`,
      [itemIds],
    );
  }

  /**
   * Saves the answer as the next revision, unless the item is closed. Idempotent: a known revision id changes nothing
   * and returns the first result, so a client can retry a save whose response was lost.
   */
  async save(
    holder: Holder,
    revision: { readonly id: string; readonly itemId: string; readonly answer: object; readonly revealed: number },
    now: Date,
  ): Promise<SaveOutcome | null> {
    const { itemId, answer, revealed } = revision;
    const parameters = [itemId, ...holderParameters(holder), revision.id, JSON.stringify(answer), now, revealed];
    const saved = await findRow(this.manager, SavedRow, SAVE, parameters);
    if (saved === null) return null;
    if (saved.revision !== null && saved.savedAt !== null) {
      return { kind: 'saved', response: { revision: saved.revision, savedAt: saved.savedAt, answer: saved.answer } };
    }
    return saved.closedAt === null ? { kind: 'moved' } : { kind: 'closed', closedAt: saved.closedAt };
  }
}
