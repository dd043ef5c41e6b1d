import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that builds on an older revision than the current one is refused, and kept without a number. */
export class StaleAnswers1796040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table response_revision alter column revision drop not null, add column based_on integer,
        add constraint response_revision_refused check ((revision is null) = (based_on is not null));
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
