import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of invitations is sorted by name without sorting all of it. */
export class SortedNames1796231100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index candidate_profile_name_idx on candidate_profile (organization_id, lower(name), candidate_id)',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
