import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECISIONS = `
      create table decision (
        attempt_id uuid not null references attempt (id),
        number integer not null constraint decision_number_check check (number > 0),
        organization_id uuid not null,
        assessment_id uuid not null,
        kind text constraint decision_kind_check check (kind in ('advance', 'hold', 'decline')),
        reason text not null constraint decision_reason_check check (char_length(reason) between 1 and 2000),
        undoes integer,
        account_id uuid not null references account (id),
        decided_at timestamptz not null,
        primary key (attempt_id, number),
        constraint decision_undo check (kind is not null or undoes is not null),
        constraint decision_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id)
      );
      create index decision_assessment_idx on decision (assessment_id, attempt_id, number);
      create trigger decision_written_once before update on decision for each row execute function forbid_change();

      create table cohort_view (
        id uuid primary key,
        organization_id uuid not null,
        assessment_id uuid not null,
        account_id uuid not null references account (id),
        name text not null constraint cohort_view_name_check check (char_length(name) between 1 and 80),
        query text not null constraint cohort_view_query_check check (char_length(query) <= 2000),
        saved_at timestamptz not null,
        constraint cohort_view_name_key unique (assessment_id, account_id, name),
        constraint cohort_view_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id)
      );
`;

/**
 * What the table and the statistics of a cohort read of the score that counts: one narrow row for each attempt, so that 20,000 of
 * them are read at once. `score_form` keeps the items of a form once. `decision` is what members decided about candidates.
 */
export class Cohorts1796231600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table score_form (
        key text primary key,
        items jsonb not null
      );
      create trigger score_form_written_once before update on score_form for each row execute function forbid_change();

      create table cohort_entry (
        attempt_id uuid primary key references attempt (id),
        organization_id uuid not null,
        assessment_id uuid not null,
        assessment_version_id uuid not null,
        form_key text not null references score_form (key),
        share double precision,
        share_low double precision not null,
        share_high double precision not null,
        effective_items double precision not null,
        is_provisional boolean not null,
        outcomes text not null,
        constraint cohort_entry_bounds
          check (share_low >= 0 and share_high >= share_low and share_high <= 1 and effective_items >= 0),
        constraint cohort_entry_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id),
        constraint cohort_entry_version_fkey foreign key (organization_id, assessment_version_id)
          references assessment_version (organization_id, id)
      );
      create index cohort_entry_assessment_idx on cohort_entry (assessment_id, form_key);
    `);
    await runner.query(DECISIONS);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
