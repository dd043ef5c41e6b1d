import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes by mail for the second device of a candidate, and items that were left for good where there is no way back. */
export class Taking1796058600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table candidate_code (
        id uuid primary key,
        organization_id uuid not null,
        invitation_id uuid not null,
        created_at timestamptz not null,
        tries integer not null default 0,
        used_at timestamptz,
        constraint candidate_code_invitation_fkey foreign key (organization_id, invitation_id)
          references invitation (organization_id, id)
      );
      create index candidate_code_invitation_idx on candidate_code (invitation_id, created_at);
      create index session_invitation_idx on session (invitation_id) where invitation_id is not null;
      alter table attempt_item drop constraint attempt_item_fixed_by_check,
        add constraint attempt_item_fixed_by_check check (fixed_by in ('checked', 'revealed', 'ended', 'left'));
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
