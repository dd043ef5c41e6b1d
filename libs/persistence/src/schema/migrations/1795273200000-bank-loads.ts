import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An unchanged bank is not loaded again; the faults that its check counted are stored. */
export class BankLoads1795273200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bank add column fingerprint text, add column issues jsonb not null default '[]';
      create index question_slug_idx on question (slug);
      create table fault_count (
        question_id text not null references question (id),
        language text not null,
        planted integer not null check (planted >= 0),
        caught integer not null check (caught >= 0),
        waived integer not null check (waived >= 0),
        constraint fault_count_within_check check (caught + waived <= planted),
        primary key (question_id, language)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
