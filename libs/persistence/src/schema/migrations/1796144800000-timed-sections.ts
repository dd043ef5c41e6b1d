import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sections with a clock of their own. Attempts that were started before have no row, and go on without section limits. */
export class TimedSections1796144800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt_section (
        attempt_id uuid not null references attempt (id),
        section_id text not null,
        position smallint not null,
        limit_seconds integer not null,
        entered_at timestamptz,
        closes_at timestamptz,
        left_at timestamptz,
        primary key (attempt_id, section_id),
        constraint attempt_section_position_check check (position > 0),
        constraint attempt_section_limit_check check (limit_seconds > 0),
        constraint attempt_section_entered
          check ((entered_at is null) = (closes_at is null) and (left_at is null or entered_at is not null))
      );
      alter table attempt_item add column closes_at timestamptz,
        add column is_withheld boolean not null default false;
      alter table attempt_time_entry add column since timestamptz,
        add constraint attempt_time_entry_since_check check (since is null or since <= added_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
