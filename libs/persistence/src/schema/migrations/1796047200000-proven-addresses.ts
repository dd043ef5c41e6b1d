import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the e-mail address of an account is known to be its owner's. Members had a link sent there, or were created by an administrator. */
export class ProvenAddresses1796047200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_profile add column proven_at timestamptz;
      update account_profile p set proven_at = now() where exists (select from member m where m.account_id = p.account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
