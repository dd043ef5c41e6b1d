import type { EntityManager } from 'typeorm';

export type LoadedBankRow = { readonly id: string; readonly issues: unknown; readonly questionCount: number };

export type FaultCountRow = {
  readonly questionId: string;
  readonly language: string;
  readonly planted: number;
  readonly caught: number;
  readonly waived: number;
};

/** What is known of the loads of a bank: whose it is, what it was loaded from, what its check counted. */
export class BankLoadRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whose the bank of this id is, by slug (null for nobody); undefined when there is no such bank yet. */
  async findOwner(bankId: string): Promise<string | null | undefined> {
    const rows: { owner: string | null }[] = await this.manager.query(
      'select o.slug as owner from bank b left join organization o on o.id = b.organization_id where b.id = $1',
      [bankId],
    );
    return rows[0]?.owner;
  }

  /** The bank that was loaded from exactly this; null when there is none, or when something of it is to be made again. */
  async findLoaded(fingerprint: string): Promise<LoadedBankRow | null> {
    const rows: LoadedBankRow[] = await this.manager.query(
      `select b.id, b.issues, (select count(*)::int from question where bank_id = b.id and current_version_id is not null)
         as "questionCount"
       from bank b
       where b.fingerprint = $1 and not exists (
         select from question q join preparation p on p.question_version_id = q.current_version_id
         where q.bank_id = b.id and p.failure is not null)`,
      [fingerprint],
    );
    return rows[0] ?? null;
  }

  /** Leaves no current question to any bank but these; gives the ids of those that had some. Naming one loads it anew. */
  async shelveOthers(bankIds: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `with shelved as (
         update question set current_version_id = null
         where bank_id <> all($1) and current_version_id is not null returning bank_id
       ), forgotten as (update bank set fingerprint = null where id <> all($1))
       select distinct bank_id as id from shelved order by id`,
      [bankIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes what the bank was loaded from, and what was left out. */
  async finishLoad(bankId: string, fingerprint: string, issues: readonly object[]): Promise<void> {
    await this.manager.query('update bank set fingerprint = $2, issues = $3 where id = $1', [
      bankId,
      fingerprint,
      JSON.stringify(issues),
    ]);
  }

  /** A first load fills tables that the planner still takes for empty, and a table of few rows is never looked at by itself. */
  async analyze(): Promise<void> {
    await this.manager.query('analyze bank, skill, question, question_version, question_version_skill');
  }

  /** Makes these the bank's figures, in place of all it had. */
  async saveFaultCounts(bankId: string, counts: readonly FaultCountRow[]): Promise<void> {
    await this.manager.query(
      'delete from fault_count where question_id in (select id from question where bank_id = $1)',
      [bankId],
    );
    await this.manager.query(
      `insert into fault_count (question_id, language, planted, caught, waived)
       select * from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[])`,
      [
        counts.map((count) => count.questionId),
        counts.map((count) => count.language),
        counts.map((count) => count.planted),
        counts.map((count) => count.caught),
        counts.map((count) => count.waived),
      ],
    );
  }
}
