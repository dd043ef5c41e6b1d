import type { EntityManager } from 'typeorm';
import { ATTEMPT, type AttemptRow, ITEM, ITEM_TABLES, type ItemRow, type RevealedRow } from './attempt-rows';
import { HELD, type Holder, holderParameters } from './holder';

export type ItemToInsert = {
  readonly id: string;
  readonly versionId: string;
  readonly variantId: string | null;
  readonly draw: Readonly<Record<string, readonly string[]>> | null;
};

export type ItemInAttempt = { readonly item: ItemRow; readonly attempt: AttemptRow };

/** Attempts and what was drawn for them. Every query names the holder; someone else's rows do not exist. */
export class AttemptRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Adds an attempt with its items, still without a deadline: `TimeRepository` sets that. False for a guest who has
   * meanwhile become an account or left: the attempt would belong to no one.
   */
  async insert(attempt: AttemptRow, items: readonly ItemToInsert[]): Promise<boolean> {
    if (attempt.guestId !== null && !(await this.holdGuest(attempt.guestId))) return false;
    await this.manager.query(
      `insert into attempt (id, purpose, form, account_id, guest_id, organization_id, candidate_id,
         assessment_version_id, seed, started_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        attempt.id,
        attempt.purpose,
        attempt.form,
        ...holderColumns(attempt),
        attempt.assessmentVersionId,
        attempt.seed,
        attempt.startedAt,
      ],
    );
    for (const [index, item] of items.entries()) {
      await this.manager.query(
        `insert into attempt_item (id, attempt_id, position, question_version_id, variant_id, draw)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          item.id,
          attempt.id,
          index + 1,
          item.versionId,
          item.variantId,
          item.draw === null ? null : JSON.stringify(item.draw),
        ],
      );
    }
    return true;
  }

  async find(id: string, holder: Holder): Promise<AttemptRow | null> {
    const rows: AttemptRow[] = await this.manager.query(
      `select ${ATTEMPT} from attempt a where a.id = $1 and ${HELD(2)}`,
      [id, ...holderParameters(holder)],
    );
    return rows[0] ?? null;
  }

  /** The holder's attempts among these. */
  listByIds(ids: readonly string[], holder: Holder): Promise<AttemptRow[]> {
    return this.manager.query(`select ${ATTEMPT} from attempt a where a.id = any($1::uuid[]) and ${HELD(2)}`, [
      ids,
      ...holderParameters(holder),
    ]);
  }

  /** Locks an attempt that was found for its holder, so that its end and its scores are written once. */
  async getForUpdate(id: string): Promise<AttemptRow> {
    const rows: AttemptRow[] = await this.manager.query(`select ${ATTEMPT} from attempt a where a.id = $1 for update`, [
      id,
    ]);
    if (rows[0] === undefined) throw new Error(`Attempt ${id} is gone.`);
    return rows[0];
  }

  async findOpenQuiz(holder: Holder, now: Date): Promise<AttemptRow | null> {
    const rows: AttemptRow[] = await this.manager.query(
      `select ${ATTEMPT} from attempt a
       where a.form = 'quiz' and a.ended_at is null and ${HELD(1)} and (a.closes_at is null or a.closes_at > $5)
       order by a.started_at desc limit 1`,
      [...holderParameters(holder), now],
    );
    return rows[0] ?? null;
  }

  /** Attempts that are open although their time is up, the longest overdue first: the holder's, or anyone's for null. */
  listOverdue(holder: Holder | null, now: Date, count: number): Promise<AttemptRow[]> {
    return this.manager.query(
      `select ${ATTEMPT} from attempt a
       where a.ended_at is null and a.closes_at <= $5 and ($7 or ${HELD(1)}) order by a.closes_at limit $6`,
      [...holderParameters(holder), now, count, holder === null],
    );
  }

  /** The newest single-question attempt of this version, fixed or not. */
  async findLatestPractice(versionId: string, holder: Holder): Promise<AttemptRow | null> {
    const rows: AttemptRow[] = await this.manager.query(
      `select ${ATTEMPT} from attempt a join attempt_item i on i.attempt_id = a.id
       where a.form = 'single' and i.question_version_id = $1 and ${HELD(2)}
       order by a.started_at desc, a.id desc limit 1`,
      [versionId, ...holderParameters(holder)],
    );
    return rows[0] ?? null;
  }

  listItems(attemptIds: readonly string[]): Promise<ItemRow[]> {
    return this.manager.query(
      `select ${ITEM} from ${ITEM_TABLES} where i.attempt_id = any($1::uuid[]) order by i.attempt_id, i.position`,
      [attemptIds],
    );
  }

  async findItem(itemId: string, holder: Holder): Promise<ItemInAttempt | null> {
    const rows: (AttemptRow & { item: string })[] = await this.manager.query(
      `select ${ATTEMPT} from attempt a where a.id = (select attempt_id from attempt_item where id = $1) and ${HELD(2)}`,
      [itemId, ...holderParameters(holder)],
    );
    const attempt = rows[0];
    if (attempt === undefined) return null;
    const items: ItemRow[] = await this.manager.query(`select ${ITEM} from ${ITEM_TABLES} where i.id = $1`, [itemId]);
    return items[0] === undefined ? null : { item: items[0], attempt };
  }

  /** No check of the holder: called only by the intake of grade reports, which has the id from a submission. */
  async getItemForIntake(itemId: string): Promise<ItemInAttempt> {
    const [item]: ItemRow[] = await this.manager.query(`select ${ITEM} from ${ITEM_TABLES} where i.id = $1`, [itemId]);
    const [attempt]: AttemptRow[] = await this.manager.query(
      `select ${ATTEMPT} from attempt a join attempt_item i on i.attempt_id = a.id where i.id = $1`,
      [itemId],
    );
    if (item === undefined || attempt === undefined) throw new Error(`Item ${itemId} is gone.`);
    return { item, attempt };
  }

  async setFlag(itemId: string, isFlagged: boolean): Promise<void> {
    await this.change('update attempt_item set is_flagged = $2 where id = $1 returning 1', [itemId, isFlagged]);
  }

  async setPresented(itemId: string, at: Date): Promise<void> {
    await this.change('update attempt_item set presented_at = $2 where id = $1 and presented_at is null returning 1', [
      itemId,
      at,
    ]);
  }

  /** Shows one more part of an item that has shown so many; false when it has moved on or is fixed. */
  async reveal(itemId: string, shown: number, part: RevealedRow): Promise<boolean> {
    const changed = await this.change(
      `update attempt_item set revealed = revealed || $3::jsonb
       where id = $1 and jsonb_array_length(revealed) = $2 and fixed_at is null returning 1`,
      [itemId, shown, JSON.stringify([part])],
    );
    return changed === 1;
  }

  /** False when the item was fixed before; the first reason stands. */
  async fix(itemId: string, by: 'checked' | 'revealed' | 'ended', at: Date): Promise<boolean> {
    const changed = await this.change(
      'update attempt_item set fixed_at = $2, fixed_by = $3 where id = $1 and fixed_at is null returning 1',
      [itemId, at, by],
    );
    return changed === 1;
  }

  /**
   * Fixes every item of an ending attempt that is not fixed yet, and gives their ids. Waits for answers that are just
   * being saved: what is read afterwards is final.
   */
  async fixItems(attemptId: string, at: Date): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `with changed as (
         update attempt_item set fixed_at = $2, fixed_by = 'ended' where attempt_id = $1 and fixed_at is null
         returning id)
       select id from changed`,
      [attemptId, at],
    );
    return rows.map((row) => row.id);
  }

  async end(attemptId: string, by: 'candidate' | 'clock', at: Date): Promise<void> {
    await this.change(
      'update attempt set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning 1',
      [attemptId, at, by],
    );
  }

  /** Keeps a guest from becoming an account until the transaction ends; false when it already is one or has left. */
  private async holdGuest(guestId: string): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      'select from guest where id = $1 and became_account_id is null and erased_at is null for share',
      [guestId],
    );
    return rows.length === 1;
  }

  /** An `update … returning 1`, and how many rows it changed. */
  private async change(update: string, parameters: readonly unknown[]): Promise<number> {
    const rows: { changed: number }[] = await this.manager.query(
      `with changed as (${update}) select count(*)::int as changed from changed`,
      [...parameters],
    );
    return rows[0]?.changed ?? 0;
  }
}

function holderColumns({ accountId, guestId, organizationId, candidateId }: AttemptRow): readonly (string | null)[] {
  return [accountId, guestId, organizationId, candidateId];
}
