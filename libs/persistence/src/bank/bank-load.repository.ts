import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, json, listRows, row } from '../rows';
import { BankEntity } from './bank.entity';

export type LoadedBankRow = z.infer<typeof LoadedBankRow>;
const LoadedBankRow = row({ id: z.string(), issues: json(), questionCount: z.int() });

const BankOwner = row({ owner: z.string().nullable() });
const BankId = row({ id: z.string() });

export type FaultCountRow = {
  readonly questionId: string;
  readonly language: string;
  readonly planted: number;
  readonly caught: number;
  readonly waived: number;
};

/** The loads of banks: the owner of a bank, the files that it was loaded from, the faults that its check counted. */
export class BankLoadRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The slug of the organization that owns the bank, null for a public bank; undefined if there is no such bank yet. */
  async findOwner(bankId: string): Promise<string | null | undefined> {
    const bank = await findRow(
      this.manager,
      BankOwner,
      'select o.slug as owner from bank b left join organization o on o.id = b.organization_id where b.id = $1',
      [bankId],
    );
    return bank?.owner;
  }

  /** Whether the bank is published over the API, so that no directory may replace it. */
  isPublished(bankId: string): Promise<boolean> {
    return this.manager.existsBy(BankEntity, { id: bankId, isPublished: true });
  }

  /** The bank that was loaded from files with this hash; null if there is none, or if a preparation in this scope failed. */
  findLoaded(fingerprint: string, scope: string): Promise<LoadedBankRow | null> {
    return findRow(
      this.manager,
      LoadedBankRow,
      `select b.id, b.issues, (select count(*)::int from question where bank_id = b.id and current_version_id is not null)
         as "questionCount"
       from bank b
       where b.fingerprint = $1 and not exists (
         select from question q join preparation p on p.question_version_id = q.current_version_id
         where q.bank_id = b.id and p.scope = $2 and p.failure is not null)`,
      [fingerprint, scope],
    );
  }

  /** Unpublishes all other banks, except those that are published over the API, and gives the ids of those that had current questions. Listed again, they are loaded again. */
  async shelveOthers(bankIds: readonly string[]): Promise<readonly string[]> {
    const banks = await listRows(
      this.manager,
      BankId,
      `with shelved as (
         update question set current_version_id = null
         where bank_id in (select id from bank where id <> all($1) and not is_published) and current_version_id is not null
         returning bank_id
       ), forgotten as (update bank set fingerprint = null where id <> all($1) and not is_published)
       select distinct bank_id as id from shelved order by id`,
      [bankIds],
    );
    return banks.map(({ id }) => id);
  }

  /** Stores the hash of the files that the bank was loaded from, and the issues found in them. */
  async finishLoad(bankId: string, fingerprint: string, issues: readonly object[]): Promise<void> {
    await this.manager.update(BankEntity, { id: bankId }, { fingerprint, issues });
  }

  /** After a first load the planner's statistics still say empty, and autovacuum never analyzes a table of few rows. */
  async analyze(): Promise<void> {
    await this.manager.query('analyze bank, skill, question, question_version, question_version_skill');
  }

  /** Replaces all figures of the bank. */
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
