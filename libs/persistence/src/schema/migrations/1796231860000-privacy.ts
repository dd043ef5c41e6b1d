import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For how long an organization keeps what it has of candidates, and whether it hides their names until it has decided. */
export class Privacy1796231860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_privacy (
        organization_id uuid primary key references organization (id),
        recordings_months integer,
        answers_months integer,
        people_months integer,
        hides_names boolean not null default false,
        constraint organization_privacy_months check (
          coalesce(recordings_months, 1) between 1 and 240 and coalesce(answers_months, 1) between 1 and 240
          and coalesce(people_months, 1) between 1 and 240)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
