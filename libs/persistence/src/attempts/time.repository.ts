import { closesAt, type LoggedEntry, sectionClosesAt, type TimeEntry } from '@holdout/timing';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { CandidateId } from '../ids';
import { SAME_PERSON } from '../people/candidate-records';
import { countChanged, id, listRows, row } from '../rows';
import { AttemptSectionEntity, AttemptTimeEntryEntity } from './attempt.entity';
import { LIST_SECTIONS, SectionRow } from './section-rows';

/** A change of an attempt's deadline: the reason, the person who made it (if any) and the time. */
export type TimeEntryToInsert = {
  readonly id: string;
  readonly attemptId: string;
  readonly entry: TimeEntry;
  readonly reason: string;
  readonly actorAccountId: string | null;
  readonly at: Date;
  /** When the time that a credit gives back began. */
  readonly since?: Date;
};

/** A section of the assessment with a limit of its own. */
export type SectionToInsert = { readonly id: string; readonly position: number; readonly limitSeconds: number };

const Attempt = row({ id: id(), startedAt: z.date() });
type Attempt = z.infer<typeof Attempt>;
const KINDS = ['limit', 'extraTime', 'break', 'credit', 'added'] as const satisfies TimeEntry['kind'][];
const StoredEntry = row({
  attemptId: id(),
  kind: z.enum(KINDS),
  amount: z.number(),
  addedAt: z.date(),
  since: z.date().nullable(),
});

/** Rows inserted by one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 2000;

/** The log of deadline changes, which is append-only, and the deadlines that follow from it. Nothing else writes a deadline. */
export class TimeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds an entry, then computes, stores and returns the deadline from all entries. Must run in a transaction. */
  async add(entry: TimeEntryToInsert): Promise<Date | null> {
    return (await this.addAll([entry])).get(entry.attemptId) ?? null;
  }

  /** Adds entries to those of many attempts that have not ended; returns their deadlines. Must run in a transaction. */
  async addAll(entries: readonly TimeEntryToInsert[]): Promise<ReadonlyMap<string, Date | null>> {
    const attempts = await this.lock([...new Set(entries.map(({ attemptId }) => attemptId))]);
    const isOpen = new Set(attempts.map((attempt) => attempt.id));
    const open = entries.filter(({ attemptId }) => isOpen.has(attemptId));
    for (let from = 0; from < open.length; from += BATCH) {
      await this.manager.insert(AttemptTimeEntryEntity, open.slice(from, from + BATCH).map(rowOf));
    }
    return this.compute(attempts);
  }

  /** Adds the timed sections of a new attempt and withholds their items. Must run in a transaction. */
  async addSections(attemptId: string, sections: readonly SectionToInsert[]): Promise<void> {
    if (sections.length === 0) return;
    const rows = sections.map(({ id: sectionId, ...section }) => ({ ...section, attemptId, sectionId }));
    await this.manager.insert(AttemptSectionEntity, rows);
    const sql = `update attempt_item set is_withheld = true where attempt_id = $1 and section_id = any($2::text[])`;
    await countChanged(this.manager, sql, [attemptId, sections.map((section) => section.id)]);
  }

  /** The timed sections of attempts, in their order. No holder check. */
  listSections(attemptIds: readonly string[]): Promise<SectionRow[]> {
    return listRows(this.manager, SectionRow, LIST_SECTIONS, [attemptIds]);
  }

  /**
   * Starts the clock of a section, gives out its items, and closes those sections that are left. Items whose time was up
   * keep the grace of their deadline. Must run in a transaction that has locked the attempt.
   */
  async enter(
    attemptId: string,
    sectionId: string,
    { leaves, now }: { readonly leaves: readonly string[]; readonly now: Date },
  ): Promise<void> {
    const left = [attemptId, leaves, now];
    const leave = `update attempt_section set left_at = $3 where attempt_id = $1 and section_id = any($2::text[])`;
    await countChanged(this.manager, leave, left);
    const fix = `update attempt_item set fixed_at = $3, fixed_by = 'left'
      where attempt_id = $1 and section_id = any($2::text[]) and fixed_at is null and closes_at > $3`;
    await countChanged(this.manager, fix, left);
    const enter = `update attempt_section set entered_at = $3, closes_at = $3 where attempt_id = $1 and section_id = $2`;
    await countChanged(this.manager, enter, [attemptId, sectionId, now]);
    const give = 'update attempt_item set is_withheld = false where attempt_id = $1 and section_id = $2';
    await countChanged(this.manager, give, [attemptId, sectionId]);
    await this.compute(await this.lock([attemptId]));
  }

  /** Computes the deadlines of an attempt again, after its beginning was changed. Must run in a transaction. */
  async refresh(attemptId: string): Promise<void> {
    await this.compute(await this.lock([attemptId]));
  }

  /** All entries of attempts, oldest first. */
  async list(attemptIds: readonly string[]): Promise<readonly (LoggedEntry & { readonly attemptId: string })[]> {
    const sql = `select attempt_id as "attemptId", kind, amount, added_at as "addedAt", since from attempt_time_entry
      where attempt_id = any($1::uuid[]) order by attempt_id, added_at, id`;
    const rows = await listRows(this.manager, StoredEntry, sql, [attemptIds]);
    return rows.map(({ attemptId, kind, amount, addedAt: at, since }) => {
      const entry = kind === 'extraTime' ? { kind, share: amount } : { kind, seconds: amount };
      return { attemptId, entry, at, since: since ?? at };
    });
  }

  /** The attempts at assessments that the person of this candidate is in the middle of, also as a merged record. */
  async listOpenOfPerson(candidateId: CandidateId, now: Date): Promise<readonly string[]> {
    const sql = `select a.id, a.started_at as "startedAt" from attempt a
      where a.candidate_id in (${SAME_PERSON}) and a.purpose = 'assessment' and a.ended_at is null
        and a.erased_at is null and a.closes_at > $2`;
    return (await listRows(this.manager, Attempt, sql, [candidateId, now])).map((attempt) => attempt.id);
  }

  /** Those that have not ended, in the order of their ids, so that two transactions do not wait for each other. */
  private lock(attemptIds: readonly string[]): Promise<Attempt[]> {
    const sql = `select id, started_at as "startedAt" from attempt
      where id = any($1::uuid[]) and ended_at is null order by id for update`;
    return listRows(this.manager, Attempt, sql, [attemptIds]);
  }

  /** Computes and stores the deadlines of locked attempts, and of their sections that were entered and not left. */
  private async compute(attempts: readonly Attempt[]): Promise<ReadonlyMap<string, Date | null>> {
    const ids = attempts.map((attempt) => attempt.id);
    const entries = Map.groupBy(await this.list(ids), ({ attemptId }) => attemptId);
    const sections = await this.listSections(ids);
    const deadlines = new Map(
      attempts.map((attempt) => {
        const own = (entries.get(attempt.id) ?? []).map(({ entry }) => entry);
        return [attempt.id, closesAt(attempt.startedAt, own)] as const;
      }),
    );
    const sql = `update attempt a set closes_at = n.closes_at
      from unnest($1::uuid[], $2::timestamptz[]) n (id, closes_at) where a.id = n.id`;
    await countChanged(this.manager, sql, [ids, ids.map((each) => deadlines.get(each) ?? null)]);
    await this.storeSections(
      sections.flatMap(({ attemptId, id: sectionId, enteredAt, leftAt, limitSeconds }) => {
        if (enteredAt === null || leftAt !== null) return [];
        const own = entries.get(attemptId) ?? [];
        const deadline = sectionClosesAt({ enteredAt, limitSeconds }, own, deadlines.get(attemptId) ?? null);
        return [{ attemptId, sectionId, deadline }];
      }),
    );
    return deadlines;
  }

  private async storeSections(
    sections: readonly { readonly attemptId: string; readonly sectionId: string; readonly deadline: Date }[],
  ): Promise<void> {
    if (sections.length === 0) return;
    const columns = [
      sections.map(({ attemptId }) => attemptId),
      sections.map(({ sectionId }) => sectionId),
      sections.map(({ deadline }) => deadline),
    ];
    for (const table of ['attempt_section', 'attempt_item']) {
      const sql = `update ${table} t set closes_at = n.closes_at
        from unnest($1::uuid[], $2::text[], $3::timestamptz[]) n (attempt_id, section_id, closes_at)
        where t.attempt_id = n.attempt_id and t.section_id = n.section_id and t.closes_at is distinct from n.closes_at`;
      await countChanged(this.manager, sql, columns);
    }
  }
}

function rowOf({ entry, at: addedAt, since, ...made }: TimeEntryToInsert) {
  return { ...made, kind: entry.kind, amount: amountOf(entry), addedAt, since: since ?? null };
}

function amountOf(entry: TimeEntry): number {
  return entry.kind === 'extraTime' ? entry.share : entry.seconds;
}
