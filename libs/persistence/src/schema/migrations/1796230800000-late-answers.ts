import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that came after the grace: kept apart from the revisions that count, until someone admits them. */
export class LateAnswers1796230800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table late_answer (
        id uuid primary key,
        organization_id uuid not null,
        assessment_id uuid not null,
        attempt_item_id uuid not null references attempt_item (id),
        based_on integer not null,
        answer jsonb not null,
        closed_at timestamptz not null,
        arrived_at timestamptz not null,
        admitted_at timestamptz,
        admitted_by uuid references account (id),
        reason text,
        revision integer,
        constraint late_answer_assessment_fkey
          foreign key (organization_id, assessment_id) references assessment (organization_id, id),
        constraint late_answer_based_on_check check (based_on >= 0),
        constraint late_answer_admitted check (num_nonnulls(admitted_at, reason, revision) in (0, 3)),
        constraint late_answer_admitted_by check (admitted_by is null or admitted_at is not null),
        constraint late_answer_reason_check check (char_length(reason) between 1 and 500)
      );
      create index late_answer_item_idx on late_answer (attempt_item_id, arrived_at);
      create index late_answer_assessment_idx on late_answer (organization_id, assessment_id, arrived_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
