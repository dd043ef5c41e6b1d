import { type Delta, type Json, resolveAnswers, type StoredAnswerRow } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { countChanged, getRow, id, json, listRows, row } from '../rows';
import { HELD, type Holders, holderParameters } from './holder';

export type RevisionRow = z.infer<typeof RevisionRow>;
const RevisionRow = row({
  id: id(),
  /** Null if it was refused as stale. */
  revision: z.int().nullable(),
  savedAt: z.date(),
  answer: json(),
});

/** A version as it is stored: whole, or as a delta of a newer one. */
const STORED = {
  id: id(),
  answer: json<Json | null>(),
  delta: json<Delta>(),
  deltaOf: id().nullable(),
};
const StoredRow = row(STORED);

/** The place of a revision in its item's history. */
export type RevisionPlace = { readonly savedAt: Date; readonly id: string };

export type RevisionToThin = z.infer<typeof ForThinning>;
const ForThinning = row({
  ...STORED,
  revision: z.int().nullable(),
  savedAt: z.date(),
  bytes: z.int(),
  isRefused: z.boolean(),
  isNeeded: z.boolean(),
  staysWhole: z.boolean(),
});

const Locked = row({ isLocked: z.boolean() });

/** The last code in each language: `ResponseRepository.listCode` reads it. */
const LAST_CODE = `(rr.answer ->> 'kind' = 'code' and rr.revision = max(rr.revision) over (partition by rr.answer ->> 'language'))`;

/** The versions $1, and those that their deltas lead to. */
const CHAINS = `with recursive link as (
    select id, delta_of from response_revision where id = any($1::uuid[])
    union select r.id, r.delta_of from link join response_revision r on r.id = link.delta_of)
  select rr.id, rr.answer, rr.delta, rr.delta_of as "deltaOf" from response_revision rr
  where rr.id in (select id from link)`;

/** Earlier versions of answers: shown to their holder, and thinned. */
export class RevisionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first, from after `after`. Empty if the holder does not have the item. */
  async list(
    itemId: string,
    holders: Holders,
    { first, after }: { readonly first: number; readonly after: RevisionPlace | null },
  ): Promise<RevisionRow[]> {
    const rows = await listRows(
      this.manager,
      RevisionRow,
      `select rr.id, rr.revision, rr.saved_at as "savedAt", rr.answer
       from response_revision rr
       join attempt_item i on i.id = rr.attempt_item_id
       join attempt a on a.id = i.attempt_id
       where i.id = $1 and not i.is_withheld and ${HELD(2)} and ($7::timestamptz is null or (rr.saved_at, rr.id) < ($7, $8::uuid))
       order by rr.saved_at desc, rr.id desc limit $6`,
      [itemId, ...holderParameters(holders), first, after?.savedAt ?? null, after?.id ?? null],
    );
    const answers = await this.answersOf(rows.filter(({ answer }) => answer === null).map((row) => row.id));
    return rows.map((row) => ({ ...row, answer: row.answer ?? answers.get(row.id) }));
  }

  /** The answers of versions, from their deltas where they are stored so. */
  async answersOf(ids: readonly string[]): Promise<ReadonlyMap<string, Json>> {
    if (ids.length === 0) return new Map();
    return resolveAnswers(await listRows(this.manager, StoredRow, CHAINS, [ids]));
  }

  /** Whether this transaction is the one that thins the item; another one does otherwise. */
  async lockToThin(itemId: string): Promise<boolean> {
    const sql = `select pg_try_advisory_xact_lock(hashtextextended('thin ' || $1, 0)) as "isLocked"`;
    return (await getRow(this.manager, Locked, sql, [itemId])).isLocked;
  }

  /** The revisions of an item. No holder check: called only after a save that checked it. */
  listForThinning(itemId: string): Promise<RevisionToThin[]> {
    return listRows(
      this.manager,
      ForThinning,
      `select rr.id, rr.answer, rr.delta, rr.delta_of as "deltaOf", rr.revision, rr.saved_at as "savedAt",
         pg_column_size(coalesce(rr.answer, rr.delta, 'null')) as bytes, rr.revision is null as "isRefused",
         rr.revision is not null and (
           rr.revision = r.revision
           or rr.revision in (select s.response_revision from score s where s.attempt_item_id = rr.attempt_item_id)
           or ${LAST_CODE}
         ) as "isNeeded",
         rr.revision is null or coalesce(${LAST_CODE}, false) as "staysWhole"
       from response_revision rr join response r on r.attempt_item_id = rr.attempt_item_id
       where rr.attempt_item_id = $1`,
      [itemId],
    );
  }

  /** Stores versions in another form; what they say stays the same. */
  async store(restored: readonly StoredAnswerRow[]): Promise<void> {
    if (restored.length === 0) return;
    const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
    await countChanged(
      this.manager,
      `update response_revision r set answer = n.answer, delta = n.delta, delta_of = n.delta_of
       from unnest($1::uuid[], $2::jsonb[], $3::jsonb[], $4::uuid[]) as n (id, answer, delta, delta_of) where r.id = n.id`,
      [
        restored.map((each) => each.id),
        restored.map(({ answer }) => text(answer)),
        restored.map(({ delta }) => text(delta)),
        restored.map(({ deltaOf }) => deltaOf),
      ],
    );
  }

  async delete(ids: readonly string[]): Promise<void> {
    await countChanged(this.manager, 'delete from response_revision where id = any($1::uuid[])', [ids]);
  }
}
