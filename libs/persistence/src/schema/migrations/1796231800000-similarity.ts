import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAIRS = `
  create table similarity_pair (
    id uuid primary key,
    run_id uuid not null,
    question_version_id uuid not null,
    language text not null,
    left_item_id uuid not null references attempt_item (id),
    right_item_id uuid not null references attempt_item (id),
    similarity double precision not null,
    longest integer not null,
    above double precision not null,
    constraint similarity_pair_question_fkey foreign key (run_id, question_version_id, language)
      references similarity_question (run_id, question_version_id, language) on delete cascade,
    constraint similarity_pair_two check (left_item_id <> right_item_id)
  );
  create index similarity_pair_run_idx on similarity_pair (run_id, similarity, id);
  create index similarity_pair_left_idx on similarity_pair (left_item_id);
  create index similarity_pair_right_idx on similarity_pair (right_item_id);
`;

/** Comparisons of the programs of an assessment, and the pairs that are far more alike than answers usually are. */
export class Similarity1796231800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table similarity_run (
        id uuid primary key,
        organization_id uuid not null,
        assessment_id uuid not null,
        started_at timestamptz not null,
        started_by uuid references account (id),
        progress double precision not null default 0,
        done_at timestamptz,
        failed_at timestamptz,
        constraint similarity_run_progress_check check (progress >= 0 and progress <= 1),
        constraint similarity_run_end check (num_nonnulls(done_at, failed_at) <= 1),
        constraint similarity_run_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id)
      );
      create unique index similarity_run_open_key on similarity_run (assessment_id)
        where done_at is null and failed_at is null;
      create index similarity_run_assessment_idx on similarity_run (assessment_id, started_at);

      create table similarity_question (
        run_id uuid not null references similarity_run (id) on delete cascade,
        question_version_id uuid not null references question_version (id),
        language text not null,
        programs integer not null,
        compared integer not null,
        pairs integer not null,
        median double precision,
        line double precision,
        primary key (run_id, question_version_id, language),
        constraint similarity_question_typical check ((median is null) = (line is null))
      );
    `);
    await runner.query(PAIRS);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
