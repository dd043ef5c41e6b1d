/**
 * Payloads, data and reports are `json`, not `jsonb`: a program may print a NUL or a lone surrogate, which `jsonb`
 * refuses, and a content hash needs its text unchanged.
 */
export const TABLES = `
create table grading.bundle (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  content json not null,
  stored_at timestamptz not null default now()
);

create table grading.data (
  bundle_hash text not null references grading.bundle,
  scope text not null,
  part text not null check (part in ('public', 'hidden')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content json not null,
  stored_at timestamptz not null default now(),
  primary key (bundle_hash, scope, part)
);

create table grading.job (
  id uuid primary key,
  kind text not null,
  payload json not null,
  needs text[] not null,
  person text,
  rank smallint not null check (rank between 0 and 3),
  created_at timestamptz not null default clock_timestamp(),
  run_after timestamptz not null default now(),
  tries integer not null default 0,
  run_id uuid unique,
  run_by uuid,
  leased_until timestamptz,
  ended_at timestamptz,
  last_failure text,
  check (leased_until is null or run_id is not null)
);
create index job_open on grading.job (rank, created_at) where ended_at is null;
create index job_ended on grading.job (ended_at) where ended_at is not null;

create table grading.report (
  job_id uuid primary key references grading.job,
  run_id uuid,
  content json,
  failure text,
  handed_in_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  check ((content is null) <> (failure is null))
);
create index report_not_taken on grading.report (handed_in_at) where taken_at is null;

create table grading.grader (
  id uuid primary key,
  host text not null,
  version text not null,
  profiles json not null,
  heartbeat_at timestamptz not null
);

create function grading.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'grading.% is insert-only', tg_table_name;
end $$;
create trigger insert_only before update or delete or truncate on grading.bundle
  for each statement execute function grading.refuse_change();
create trigger insert_only before update or delete or truncate on grading.data
  for each statement execute function grading.refuse_change();

create function grading.tell() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_notify(tg_argv[0], '');
  return null;
end $$;
create trigger tell after insert on grading.job for each row execute function grading.tell('grading_job');
create trigger tell after insert on grading.report for each row execute function grading.tell('grading_report');
`;
