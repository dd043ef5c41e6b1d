import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The heartbeat of the apis, one row, and the outages that a gap in it or the absence of graders was. */
export class Outages1796144860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_heartbeat (
        only_row boolean primary key default true,
        beat_at timestamptz,
        graders_absent_since timestamptz,
        graders_credited_until timestamptz,
        constraint service_heartbeat_only_row_check check (only_row)
      );
      insert into service_heartbeat default values;
      create table outage (
        id uuid primary key,
        kind text not null,
        since timestamptz not null,
        until timestamptz not null,
        attempts integer not null,
        constraint outage_kind_check check (kind in ('api', 'graders')),
        constraint outage_times check (until > since)
      );
      create index outage_since_idx on outage (since);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
