import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pages on which an attempt is open. Each writes its row every few seconds, so rows are updated in place. */
export class AttemptPresence1796145200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt_presence (
        attempt_id uuid not null references attempt (id),
        client_id uuid not null,
        session_id uuid,
        item_id uuid references attempt_item (id),
        seen_at timestamptz not null,
        live_since timestamptz,
        primary key (attempt_id, client_id)
      ) with (fillfactor = 50);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
