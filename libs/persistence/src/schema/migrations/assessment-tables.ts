/** Drafts with their history, and which question versions a published version may draw. */
export const ASSESSMENT_TABLES = `
alter table assessment
  add column draft jsonb not null,
  add column draft_revision integer not null constraint assessment_draft_revision_check check (draft_revision > 0),
  add column updated_at timestamptz not null,
  add column updated_by uuid references account (id),
  add column archived_at timestamptz;

create table assessment_draft_revision (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  revision integer not null check (revision > 0),
  title text not null,
  draft jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid references account (id),
  constraint assessment_draft_revision_number_key unique (assessment_id, revision),
  constraint assessment_draft_revision_assessment_fkey foreign key (organization_id, assessment_id)
    references assessment (organization_id, id)
);

alter table assessment_version add column published_by uuid references account (id);
create trigger assessment_version_written_once before update on assessment_version
  for each row execute function forbid_change();

create table assessment_version_question (
  assessment_version_id uuid not null references assessment_version (id),
  question_version_id uuid not null references question_version (id),
  primary key (assessment_version_id, question_version_id)
);
create index assessment_version_question_idx on assessment_version_question (question_version_id);
`;
