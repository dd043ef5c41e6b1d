import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded of an attempt besides answers, as its pages sent it. */
export class AttemptEvents1796145260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt_event (
        attempt_id uuid not null references attempt (id),
        client_id uuid not null,
        sequence integer not null constraint attempt_event_sequence_check check (sequence >= 0),
        began_at timestamptz not null,
        received_at timestamptz not null,
        bytes integer not null,
        events jsonb not null,
        primary key (attempt_id, client_id, sequence)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
