import type { StoredRevision } from '@holdout/assessment';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { countChanged, id, json, listRows, row } from '../rows';
import { HELD, type Holders, holderParameters } from './holder';

export type RevisionRow = z.infer<typeof RevisionRow>;
const RevisionRow = row({
  id: id(),
  /** Null if it was refused as stale. */
  revision: z.int().nullable(),
  savedAt: z.date(),
  answer: json(),
});

/** The place of a revision in its item's history. */
export type RevisionPlace = { readonly savedAt: Date; readonly id: string };

const ForThinning = row({
  id: id(),
  savedAt: z.date(),
  bytes: z.int(),
  isRefused: z.boolean(),
  isNeeded: z.boolean(),
});

/** Earlier versions of answers: shown to their holder, and thinned. */
export class RevisionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Newest first, from after `after`. Empty if the holder does not have the item. */
  list(
    itemId: string,
    holders: Holders,
    { first, after }: { readonly first: number; readonly after: RevisionPlace | null },
  ): Promise<RevisionRow[]> {
    return listRows(
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
  }

  /** The revisions of an item, without their answers. No holder check: called only after a save that checked it. */
  listForThinning(itemId: string): Promise<StoredRevision[]> {
    return listRows(
      this.manager,
      ForThinning,
      `select rr.id, rr.saved_at as "savedAt", pg_column_size(rr.answer) as bytes, rr.revision is null as "isRefused",
         rr.revision is not null and (
           rr.revision = r.revision
           or rr.revision in (select s.response_revision from score s where s.attempt_item_id = rr.attempt_item_id)
           or (rr.answer ->> 'kind' = 'code' and rr.revision = max(rr.revision) over (partition by rr.answer ->> 'language'))
         ) as "isNeeded"
       from response_revision rr join response r on r.attempt_item_id = rr.attempt_item_id
       where rr.attempt_item_id = $1`,
      [itemId],
    );
  }

  async delete(ids: readonly string[]): Promise<void> {
    await countChanged(this.manager, 'delete from response_revision where id = any($1::uuid[])', [ids]);
  }
}
