import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of invitations finds mail that could not be delivered, and merged records, without reading all of them. */
export class InvitationTable1796144700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mail_failed_idx on mail (organization_id, subject_id) where failed_at is not null;
      create index candidate_merged_idx on candidate (organization_id, merged_into) where merged_into is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
