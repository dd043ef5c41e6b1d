import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASSESSMENT_TABLES } from './assessment-tables';
import { INVITATION_TABLES } from './invitation-tables';

/**
 * Drafts and versions of assessments, invitations of candidates, and the sessions and attempts of candidates. Nothing wrote
 * to `assessment` before, so its new columns need no values for old rows.
 */
export class Assessments1796054400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASSESSMENT_TABLES);
    await runner.query(INVITATION_TABLES);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
