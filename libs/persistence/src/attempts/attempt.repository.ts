import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { PersonRepository } from '../people/person.repository';
import { countChanged, findRow, getRow, id, listRows, row } from '../rows';
import { AttemptEntity, AttemptItemEntity } from './attempt.entity';
import { ATTEMPT, AttemptRow, CLOSED_AT, ITEM, ITEM_TABLES, ItemRow, type RevealedRow } from './attempt-rows';
import { HELD, type Holders, holderParameters, type Practiser } from './holder';

export type ItemToInsert = {
  readonly id: string;
  readonly versionId: string;
  readonly variantId: string | null;
  readonly draw: Readonly<Record<string, readonly string[]>> | null;
  /** Of an assessment only. */
  readonly sectionId?: string;
  readonly weight?: number;
};

/** An item to change while it accepts answers. */
export type OpenItem = { readonly itemId: string; readonly holders: Holders; readonly now: Date };

export type ItemInAttempt = { readonly item: ItemRow; readonly attempt: AttemptRow };

const WithId = row({ id: id() });
const WITH_ITEM = 'select a.id from attempt a where a.id = (select attempt_id from attempt_item where id = $1)';
const ATTEMPT_OF_ITEM = `select ${ATTEMPT} from attempt a
  where a.id = (select attempt_id from attempt_item where id = $1)`;
/** An item that its holder was given: one of a timed section only after that was entered. */
const ATTEMPT_OF_GIVEN_ITEM = `select ${ATTEMPT} from attempt a
  where a.id = (select attempt_id from attempt_item where id = $1 and not is_withheld)`;

/**
 * Changes an open item of the holder, in one statement, so that nothing is written after a member was removed or a person
 * erased. $1 item, $2 to $5 holder, $6 time, $7 on the change.
 */
const changeOpen = (change: string): string => `update attempt_item i set ${change} from attempt a
  where a.id = i.attempt_id and i.id = $1 and not i.is_withheld and ${HELD(2)} and ${CLOSED_AT(6)} is null`;

/** The organizations that own the banks of the versions. */
const OWNERS_OF_BANKS = `array(
  select distinct b.organization_id from question_version v
  join question q on q.id = v.question_id join bank b on b.id = q.bank_id
  where v.id = any(:versions::uuid[]) and b.organization_id is not null)`;

/** Attempts and their drawn items. Every query filters by holder, so rows of other holders are not found. */
export class AttemptRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Adds an attempt with its items. `TimeRepository` sets the deadline. False if the holder's data has meanwhile been
   * erased, or the guest has become an account: the attempt would have no holder.
   */
  async insert({ rules: _, ...attempt }: AttemptRow, items: readonly ItemToInsert[]): Promise<boolean> {
    if (!(await new PersonRepository(this.manager).hold(attempt))) return false;
    const versions = items.map(({ versionId }) => versionId);
    const added = this.manager.createQueryBuilder().insert().into(AttemptEntity);
    await added
      .values({ ...attempt, bankOwners: () => OWNERS_OF_BANKS })
      .setParameter('versions', versions)
      .execute();
    const rows = items.map(({ versionId, ...item }, index) => {
      return { ...item, attemptId: attempt.id, position: index + 1, questionVersionId: versionId };
    });
    await this.manager.insert(AttemptItemEntity, rows as QueryDeepPartialEntity<AttemptItemEntity>[]);
    return true;
  }

  async find(id: string, holders: Holders): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a where a.id = $1 and ${HELD(2)}`;
    return findRow(this.manager, AttemptRow, sql, [id, ...holderParameters(holders)]);
  }

  /** Those of the given attempts that the holders have. */
  listByIds(ids: readonly string[], holders: Holders): Promise<AttemptRow[]> {
    const sql = `select ${ATTEMPT} from attempt a where a.id = any($1::uuid[]) and ${HELD(2)}`;
    return listRows(this.manager, AttemptRow, sql, [ids, ...holderParameters(holders)]);
  }

  /** Locks the row of an attempt whose holder was checked, so that its end and its scores are written once. */
  getForUpdate(id: string): Promise<AttemptRow> {
    return getRow(this.manager, AttemptRow, `select ${ATTEMPT} from attempt a where a.id = $1 for update`, [id]);
  }

  async findOpenQuiz(practiser: Practiser, now: Date): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a
       where a.form = 'quiz' and a.ended_at is null and ${HELD(1)} and (a.closes_at is null or a.closes_at > $5)
       order by a.started_at desc limit 1`;
    return findRow(this.manager, AttemptRow, sql, [...holderParameters([practiser]), now]);
  }

  /** Open attempts whose deadline was at this time or before, longest overdue first; those of everyone if `practiser` is null. */
  listOverdue(practiser: Practiser | null, now: Date, count: number): Promise<AttemptRow[]> {
    const held = holderParameters(practiser === null ? null : [practiser]);
    const sql = `select ${ATTEMPT} from attempt a
       where a.ended_at is null and a.closes_at <= $5 and ($7 or ${HELD(1)}) order by a.closes_at limit $6`;
    return listRows(this.manager, AttemptRow, sql, [...held, now, count, practiser === null]);
  }

  /** The latest single-question attempt of this version, open or closed. */
  async findLatestPractice(versionId: string, practiser: Practiser): Promise<AttemptRow | null> {
    const sql = `select ${ATTEMPT} from attempt a join attempt_item i on i.attempt_id = a.id
       where a.form = 'single' and i.question_version_id = $1 and ${HELD(2)}
       order by a.started_at desc, a.id desc limit 1`;
    return findRow(this.manager, AttemptRow, sql, [versionId, ...holderParameters([practiser])]);
  }

  /** All items, also withheld ones, which a candidate must not be given. */
  listItems(attemptIds: readonly string[]): Promise<ItemRow[]> {
    const sql = `select ${ITEM} from ${ITEM_TABLES} where i.attempt_id = any($1::uuid[])
       order by i.attempt_id, i.position`;
    return listRows(this.manager, ItemRow, sql, [attemptIds]);
  }

  /** No holder check: for members of the organization, whose membership was checked. */
  listItemsByIds(itemIds: readonly string[]): Promise<ItemRow[]> {
    return listRows(this.manager, ItemRow, `select ${ITEM} from ${ITEM_TABLES} where i.id = any($1::uuid[])`, [
      itemIds,
    ]);
  }

  async findItem(itemId: string, holders: Holders): Promise<ItemInAttempt | null> {
    const sql = `${ATTEMPT_OF_GIVEN_ITEM} and ${HELD(2)}`;
    const attempt = await findRow(this.manager, AttemptRow, sql, [itemId, ...holderParameters(holders)]);
    return attempt === null ? null : { item: await this.getItem(itemId), attempt };
  }

  /** No holder check: called only by GradeIntake, which takes the id from a submission. */
  async getItemForIntake(itemId: string): Promise<ItemInAttempt> {
    const attempt = await getRow(this.manager, AttemptRow, ATTEMPT_OF_ITEM, [itemId]);
    return { item: await this.getItem(itemId), attempt };
  }

  /**
   * Locks the attempt of an item for a transaction that ends it; false if none of the holders has it now. Every such
   * transaction locks the attempt before its items.
   */
  async holdToEnd(itemId: string, holders: Holders): Promise<boolean> {
    const sql = `${WITH_ITEM} and ${HELD(2)} for update of a`;
    return (await findRow(this.manager, WithId, sql, [itemId, ...holderParameters(holders)])) !== null;
  }

  /** Locks the attempt of an item until its verdict is stored; false if the attempt has been erased. No holder check. */
  async holdForIntake(itemId: string): Promise<boolean> {
    const sql = `${WITH_ITEM} and a.erased_at is null for share of a`;
    return (await findRow(this.manager, WithId, sql, [itemId])) !== null;
  }

  /** False if the item is closed, or not the holder's. */
  setFlag(item: OpenItem, isFlagged: boolean): Promise<boolean> {
    return this.changeItem(changeOpen('is_flagged = $7'), item, [isFlagged]);
  }

  /** Keeps the first time. False if the item is closed, or not the holder's. */
  setPresented(item: OpenItem): Promise<boolean> {
    return this.changeItem(changeOpen('presented_at = coalesce(i.presented_at, $6)'), item, []);
  }

  /** Reveals one more part if exactly `shown` parts are revealed; false if not, or if the item is closed, or not the holder's. */
  reveal(item: OpenItem, shown: number, part: RevealedRow): Promise<boolean> {
    const sql = `${changeOpen('revealed = i.revealed || $7::jsonb')} and jsonb_array_length(i.revealed) = $8`;
    return this.changeItem(sql, item, [JSON.stringify([part]), shown]);
  }

  /** Closes an item. False if it was already closed; the first reason is kept. */
  async fix(itemId: string, by: 'checked' | 'revealed' | 'ended', at: Date): Promise<boolean> {
    const changed = await this.change(
      'update attempt_item set fixed_at = $2, fixed_by = $3 where id = $1 and fixed_at is null',
      [itemId, at, by],
    );
    return changed === 1;
  }

  /**
   * Closes all open items of an ending attempt and returns the ids of those that are scored now: with the ones that the
   * candidate has left for good. The row locks wait for saves in progress, so answers read afterwards are final.
   */
  async fixItems(attemptId: string, at: Date): Promise<readonly string[]> {
    await this.change(
      `update attempt_item set fixed_at = least($2, closes_at), fixed_by = 'ended'
       where attempt_id = $1 and fixed_at is null`,
      [attemptId, at],
    );
    const sql = `select id from attempt_item where attempt_id = $1 and fixed_by in ('ended', 'left')`;
    return (await listRows(this.manager, WithId, sql, [attemptId])).map(({ id }) => id);
  }

  /** Closes the items before this one, where there is no way back. */
  async leaveItemsBefore(itemId: string, at: Date): Promise<void> {
    await this.change(
      `update attempt_item i set fixed_at = $2, fixed_by = 'left' from attempt_item here
       where here.id = $1 and i.attempt_id = here.attempt_id and i.position < here.position and i.fixed_at is null
         and not i.is_withheld`,
      [itemId, at],
    );
  }

  async end(
    attemptId: string,
    by: 'candidate' | 'clock',
    { at, receiptCode = null }: { readonly at: Date; readonly receiptCode?: string | null },
  ): Promise<void> {
    await this.change(
      'update attempt set ended_at = $2, ended_by = $3, receipt_code = $4 where id = $1 and ended_at is null',
      [attemptId, at, by, receiptCode],
    );
  }

  private getItem(itemId: string): Promise<ItemRow> {
    return getRow(this.manager, ItemRow, `select ${ITEM} from ${ITEM_TABLES} where i.id = $1`, [itemId]);
  }

  private async changeItem(
    update: string,
    { itemId, holders, now }: OpenItem,
    values: readonly unknown[],
  ): Promise<boolean> {
    return (await this.change(update, [itemId, ...holderParameters(holders), now, ...values])) === 1;
  }

  private change(update: string, parameters: readonly unknown[]): Promise<number> {
    return countChanged(this.manager, update, parameters);
  }
}
