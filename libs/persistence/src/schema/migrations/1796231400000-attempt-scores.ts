import type { MigrationInterface, QueryRunner } from 'typeorm';

const CORRECTIONS = `
  create table item_correction (
    id uuid primary key,
    organization_id uuid not null,
    assessment_id uuid not null,
    question_version_id uuid not null references question_version (id),
    kind text not null constraint item_correction_kind_check check (kind in ('withdrawn', 'rekeyed', 'restored')),
    key jsonb,
    reason text not null constraint item_correction_reason_check check (char_length(reason) between 1 and 2000),
    account_id uuid references account (id),
    made_at timestamptz not null,
    constraint item_correction_key check ((kind = 'rekeyed') = (key is not null)),
    constraint item_correction_assessment_fkey foreign key (organization_id, assessment_id)
      references assessment (organization_id, id)
  );
  create index item_correction_assessment_idx on item_correction (assessment_id, question_version_id, made_at);
  create trigger item_correction_written_once before update or delete on item_correction
    for each row execute function forbid_change();
`;

const SCORES = `
  create table attempt_score (
    attempt_id uuid not null references attempt (id),
    number integer not null constraint attempt_score_number_check check (number > 0),
    organization_id uuid not null,
    assessment_id uuid not null,
    assessment_version_id uuid not null,
    earned double precision not null,
    possible double precision not null,
    pending double precision not null,
    items jsonb not null,
    skills jsonb not null,
    cause text not null constraint attempt_score_cause_check
      check (cause in ('scored', 'reviewed', 'corrected', 'disputed', 'late')),
    reason text,
    correction_id uuid references item_correction (id),
    scored_at timestamptz not null,
    superseded_at timestamptz,
    primary key (attempt_id, number),
    constraint attempt_score_bounds check (earned >= 0 and pending >= 0 and possible >= 0),
    constraint attempt_score_assessment_fkey foreign key (organization_id, assessment_id)
      references assessment (organization_id, id),
    constraint attempt_score_version_fkey foreign key (organization_id, assessment_version_id)
      references assessment_version (organization_id, id)
  );
  create unique index attempt_score_current_key on attempt_score (attempt_id) where superseded_at is null;
  create index attempt_score_assessment_idx on attempt_score (assessment_id, attempt_id) where superseded_at is null;
`;

/**
 * The score of each ended attempt with what it was made of, so that a report and statistics read one row. The one that counts is
 * not superseded. `item_correction` keeps what an organization decided about a faulty question.
 */
export class AttemptScores1796231400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CORRECTIONS);
    await runner.query(SCORES);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
