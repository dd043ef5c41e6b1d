import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes by mail for addresses that ask for a seat of a public link, and candidates' requests for more time. Both hold
 * personal data: the first are deleted after a day, the second with the candidate.
 */
export class PublicSeats1796144400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seat_code (
        id uuid primary key,
        organization_id uuid not null,
        public_link_id uuid not null,
        email text not null constraint seat_code_email_check check (email = lower(email)),
        name text not null,
        created_at timestamptz not null,
        tries integer not null default 0,
        used_at timestamptz,
        constraint seat_code_link_fkey foreign key (organization_id, public_link_id)
          references public_link (organization_id, id)
      );
      create index seat_code_created_idx on seat_code (created_at);
      create index seat_code_email_idx on seat_code (organization_id, email);
      create index invitation_public_link_idx on invitation (public_link_id) where public_link_id is not null;

      create table time_request (
        invitation_id uuid primary key,
        organization_id uuid not null,
        reason text not null,
        asked_at timestamptz not null,
        answered_at timestamptz,
        answered_by uuid references account (id),
        is_granted boolean,
        constraint time_request_invitation_fkey foreign key (organization_id, invitation_id)
          references invitation (organization_id, id),
        constraint time_request_answer check ((answered_at is null) = (is_granted is null))
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
