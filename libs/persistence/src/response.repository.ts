import type { EntityManager } from 'typeorm';
import { OWNED } from './attempt-rows';
import type { PracticeOwner } from './owner';

export type ItemToAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly chooseOne: boolean;
  /** Numeric items; empty elsewhere. */
  readonly unit: string;
  readonly optionOrder: readonly string[] | null;
  readonly languages: readonly string[];
};

export type SavedResponse = { readonly revision: number; readonly savedAt: Date; readonly answer: unknown };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly response: SavedResponse }
  /** The item takes no answers since then. */
  | { readonly kind: 'closed'; readonly closedAt: Date };

/** `clock` is the parameter that holds the time. */
const CLOSED_AT = (clock: number): string => `coalesce(i.fixed_at, a.ended_at,
  case when a.limit_seconds is not null
    and $${clock} >= a.started_at + make_interval(secs => a.limit_seconds * (1 + a.extra_time))
  then a.started_at + make_interval(secs => a.limit_seconds * (1 + a.extra_time)) end)`;

/** Answers, saved as numbered revisions. Saving is the hottest write of the product: one statement. */
export class ResponseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What an answer to the item is checked against; null when it is not the owner's. */
  async findItemToAnswer(itemId: string, owner: PracticeOwner): Promise<ItemToAnswer | null> {
    const rows: ItemToAnswer[] = await this.manager.query(
      `select i.id, v.kind, coalesce(v.candidate_part ->> 'choose' = 'one', false) as "chooseOne",
         coalesce(v.candidate_part ->> 'unit', '') as unit, i.option_order as "optionOrder", v.languages
       from attempt_item i
       join attempt a on a.id = i.attempt_id
       join question_version v on v.id = i.question_version_id
       where i.id = $1 and ${OWNED(2)}`,
      [itemId, owner.accountId, owner.guestId],
    );
    return rows[0] ?? null;
  }

  /**
   * Saves the answer as the next revision, unless the item is closed. A revision id that was seen before changes
   * nothing and gives what it gave then, so a client may repeat a save whose answer it never heard.
   */
  async save(
    owner: PracticeOwner,
    revision: { readonly id: string; readonly itemId: string; readonly answer: object },
    now: Date,
  ): Promise<SaveOutcome | null> {
    const rows: { closedAt: Date | null; revision: number | null; savedAt: Date | null; answer: unknown }[] =
      await this.manager.query(
        `with item as (
           select i.id, ${CLOSED_AT(6)} as closed_at
           from attempt_item i join attempt a on a.id = i.attempt_id
           where i.id = $1 and ${OWNED(2)}
           for update of i),
         seen as (
           select rr.revision, rr.saved_at, rr.answer from response_revision rr join item on item.id = rr.attempt_item_id
           where rr.id = $4),
         saved as (
           insert into response (attempt_item_id, revision, answer, first_saved_at, saved_at)
           select id, 1, $5::jsonb, $6, $6 from item where closed_at is null and not exists (select from seen)
           on conflict (attempt_item_id)
           do update set revision = response.revision + 1, answer = excluded.answer, saved_at = excluded.saved_at
           returning attempt_item_id, revision, answer, saved_at),
         logged as (
           insert into response_revision (id, attempt_item_id, revision, answer, saved_at)
           select $4, attempt_item_id, revision, answer, saved_at from saved)
         select item.closed_at as "closedAt", coalesce(seen.revision, saved.revision) as revision,
           coalesce(seen.saved_at, saved.saved_at) as "savedAt", coalesce(seen.answer, saved.answer) as answer
         from item left join seen on true left join saved on true`,
        [revision.itemId, owner.accountId, owner.guestId, revision.id, JSON.stringify(revision.answer), now],
      );
    const row = rows[0];
    if (row === undefined) return null;
    if (row.revision !== null && row.savedAt !== null) {
      return { kind: 'saved', response: { revision: row.revision, savedAt: row.savedAt, answer: row.answer } };
    }
    return { kind: 'closed', closedAt: row.closedAt ?? now };
  }
}
