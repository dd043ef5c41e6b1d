/** An attempt at an assessment belongs to a candidate of an organization, a practice attempt to an account or a guest. */
export const FIRST_ATTEMPTS = `
create table attempt (
  id uuid primary key,
  purpose text not null check (purpose in ('practice', 'assessment')),
  form text not null check (form in ('single', 'quiz', 'assessment')),
  organization_id uuid references organization (id),
  candidate_id uuid,
  assessment_version_id uuid,
  account_id uuid references account (id),
  guest_id uuid references guest (id),
  seed text not null,
  started_at timestamptz not null,
  limit_seconds integer check (limit_seconds > 0),
  extra_time double precision not null default 0 check (extra_time >= 0),
  ended_at timestamptz,
  ended_by text check (ended_by in ('candidate', 'clock')),
  constraint attempt_candidate_fkey foreign key (organization_id, candidate_id) references candidate (organization_id, id),
  constraint attempt_version_fkey foreign key (organization_id, assessment_version_id) references assessment_version (organization_id, id),
  constraint attempt_subject check (
    (purpose = 'practice' and organization_id is null and num_nonnulls(account_id, guest_id) = 1)
    or (purpose = 'assessment' and num_nonnulls(organization_id, candidate_id, assessment_version_id) = 3)
  ),
  constraint attempt_end check ((ended_at is null) = (ended_by is null))
);
create index attempt_account_idx on attempt (account_id, started_at desc) where account_id is not null;
create index attempt_guest_idx on attempt (guest_id, started_at desc) where guest_id is not null;
create index attempt_candidate_idx on attempt (organization_id, candidate_id) where candidate_id is not null;

create table attempt_item (
  id uuid primary key,
  attempt_id uuid not null references attempt (id),
  position smallint not null check (position > 0),
  question_version_id uuid not null references question_version (id),
  variant_id uuid references variant (id),
  option_order text[],
  is_pilot boolean not null default false,
  is_flagged boolean not null default false,
  presented_at timestamptz,
  fixed_at timestamptz,
  fixed_by text check (fixed_by in ('checked', 'revealed', 'ended')),
  constraint attempt_item_position_key unique (attempt_id, position),
  constraint attempt_item_fixed check ((fixed_at is null) = (fixed_by is null))
);
create index attempt_item_version_idx on attempt_item (question_version_id);

create table response (
  attempt_item_id uuid primary key references attempt_item (id),
  revision integer not null check (revision > 0),
  answer jsonb not null,
  first_saved_at timestamptz not null,
  saved_at timestamptz not null
);

create table response_revision (
  id uuid primary key,
  attempt_item_id uuid not null references attempt_item (id),
  revision integer not null check (revision > 0),
  answer jsonb not null,
  saved_at timestamptz not null,
  constraint response_revision_number_key unique (attempt_item_id, revision)
);

create table submission (
  id uuid primary key,
  client_id uuid not null,
  attempt_item_id uuid not null references attempt_item (id),
  purpose text not null check (purpose in ('run', 'submit')),
  language text not null,
  source text not null,
  own_input text,
  job_id uuid not null,
  sent_at timestamptz not null,
  constraint submission_client_id_key unique (attempt_item_id, client_id),
  constraint submission_own_input check (own_input is null or purpose = 'run')
);
create index submission_item_idx on submission (attempt_item_id, sent_at desc);

create table verdict (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  kind text not null,
  report jsonb not null,
  grader_version text not null,
  graded_at timestamptz not null,
  constraint verdict_submission_key unique (submission_id)
);
create trigger verdict_written_once before update on verdict for each row execute function forbid_change();

create table score (
  id uuid primary key,
  attempt_item_id uuid not null references attempt_item (id),
  submission_id uuid references submission (id),
  response_revision integer,
  state text not null check (state in ('answered', 'omitted', 'notReached')),
  raw jsonb not null,
  earned double precision not null check (earned >= 0),
  possible double precision not null check (possible > 0),
  misconceptions text[] not null default '{}',
  scored_at timestamptz not null,
  constraint score_bounds check (earned <= possible)
);
create index score_item_idx on score (attempt_item_id, scored_at desc);
create trigger score_written_once before update on score for each row execute function forbid_change();

create table question_report (
  id uuid primary key,
  reference text not null,
  question_version_id uuid not null references question_version (id),
  attempt_item_id uuid references attempt_item (id),
  account_id uuid references account (id),
  guest_id uuid references guest (id),
  reason text not null check (reason in ('wrong', 'unclear', 'technical', 'other')),
  text text not null,
  reported_at timestamptz not null,
  constraint question_report_reference_key unique (reference)
);
`;
