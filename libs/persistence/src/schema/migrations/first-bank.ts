/** Versions and variants are insert-only; a trigger refuses updates and deletes. */
export const FIRST_BANK = `
create extension if not exists pg_trgm;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are written once: make a new one', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create table skill (
  id text primary key,
  name text not null,
  domain_id text not null,
  domain_name text not null,
  position integer not null
);

create table skill_alias (
  alias text primary key,
  skill_id text not null references skill (id)
);

create table misconception (
  id text primary key,
  sentence text not null
);

create table bank (
  id text primary key,
  organization_id uuid references organization (id),
  name text not null,
  use text not null check (use in ('practice', 'assessment', 'both')),
  licence text not null
);

create table question (
  id text primary key,
  bank_id text not null references bank (id),
  slug text not null,
  current_version_id uuid,
  constraint question_slug_key unique (bank_id, slug)
);

create table question_version (
  id uuid primary key,
  question_id text not null references question (id),
  content_hash text not null,
  kind text not null check (kind in ('choice', 'numeric', 'plot', 'ordering', 'reading', 'text', 'scenario', 'design', 'code', 'model')),
  title text not null,
  level smallint not null check (level between 1 and 5),
  minutes smallint not null check (minutes > 0),
  licence text not null,
  sources text[] not null,
  languages text[] not null,
  candidate_part jsonb not null,
  secret_part jsonb not null,
  search_text text not null,
  loaded_at timestamptz not null,
  constraint question_version_hash_key unique (question_id, content_hash)
);
create index question_version_search_idx on question_version using gin (search_text gin_trgm_ops);
alter table question
  add constraint question_current_version_fkey foreign key (current_version_id) references question_version (id);
create trigger question_version_written_once before update or delete on question_version
  for each row execute function forbid_change();

create table question_version_skill (
  question_version_id uuid not null references question_version (id),
  skill_id text not null references skill (id),
  position smallint not null,
  primary key (question_version_id, skill_id)
);
create index question_version_skill_skill_idx on question_version_skill (skill_id);

create table variant (
  id uuid primary key,
  question_version_id uuid not null references question_version (id),
  ordinal integer not null check (ordinal >= 0),
  shown jsonb not null,
  secret jsonb not null,
  constraint variant_ordinal_key unique (question_version_id, ordinal)
);
create trigger variant_written_once before update or delete on variant for each row execute function forbid_change();

create table preparation (
  question_version_id uuid not null references question_version (id),
  scope text not null,
  job_id uuid not null,
  started_at timestamptz not null,
  done_at timestamptz,
  failure text,
  primary key (question_version_id, scope)
);
`;
