import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Older versions of an answer are stored as what turns the next newer one into them. */
export class RevisionDeltas1796145290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table response_revision
        alter column answer drop not null,
        add column delta jsonb,
        add column delta_of uuid constraint response_revision_delta_of_fkey references response_revision (id),
        add constraint response_revision_form check ((answer is null) = (delta_of is not null));
      create index response_revision_delta_of_idx on response_revision (delta_of) where (delta_of is not null);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
