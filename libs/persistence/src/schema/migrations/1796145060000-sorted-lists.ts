import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of invitations is sorted by deadline and by address without sorting all of it. */
export class SortedLists1796145060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index invitation_deadline_idx on invitation (assessment_id, expires_at, id) where assessment_id is not null;
      create index invitation_address_idx on invitation (assessment_id, email, id) where assessment_id is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
