/** Personal data has its own tables, so that it can be deleted while the work of the person can still be counted. */
export const FIRST_PEOPLE = `
create table installation (
  id boolean primary key default true check (id),
  secret_fingerprint text not null,
  created_at timestamptz not null
);

create table account (
  id uuid primary key,
  created_at timestamptz not null,
  erased_at timestamptz
);

create table account_profile (
  account_id uuid primary key references account (id),
  email text not null check (email = lower(email)),
  display_name text not null,
  constraint account_profile_email_key unique (email)
);

create table account_password (
  account_id uuid primary key references account (id),
  hash text not null,
  changed_at timestamptz not null
);

create table guest (
  id uuid primary key,
  created_at timestamptz not null,
  became_account_id uuid references account (id),
  erased_at timestamptz
);

create table session (
  id uuid primary key,
  token_hash bytea not null,
  account_id uuid references account (id),
  guest_id uuid references guest (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_token_hash_key unique (token_hash),
  constraint session_one_subject check (num_nonnulls(account_id, guest_id) = 1)
);
create index session_account_id_idx on session (account_id);

create table organization (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  created_at timestamptz not null,
  constraint organization_slug_key unique (slug)
);

create table member (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  account_id uuid not null references account (id),
  role text not null check (role in ('author', 'manager', 'reviewer', 'recruiter', 'admin')),
  created_at timestamptz not null,
  constraint member_key unique (organization_id, account_id, role)
);
create index member_account_id_idx on member (account_id);

create table candidate (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  account_id uuid references account (id),
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint candidate_organization_key unique (organization_id, id)
);

create table candidate_profile (
  candidate_id uuid primary key,
  organization_id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  constraint candidate_profile_candidate_fkey foreign key (organization_id, candidate_id) references candidate (organization_id, id),
  constraint candidate_profile_email_key unique (organization_id, email)
);

create table assessment (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  title text not null,
  created_at timestamptz not null,
  constraint assessment_organization_key unique (organization_id, id)
);

create table assessment_version (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  content_hash text not null,
  published_at timestamptz not null,
  constraint assessment_version_assessment_fkey foreign key (organization_id, assessment_id) references assessment (organization_id, id),
  constraint assessment_version_number_key unique (assessment_id, number),
  constraint assessment_version_organization_key unique (organization_id, id)
);

create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  purpose text not null check (purpose in ('member', 'assessment')),
  token_hash bytea not null,
  email text not null check (email = lower(email)),
  roles text[] not null default '{}',
  candidate_id uuid,
  assessment_version_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  constraint invitation_token_hash_key unique (token_hash),
  constraint invitation_candidate_fkey foreign key (organization_id, candidate_id) references candidate (organization_id, id),
  constraint invitation_assessment_version_fkey foreign key (organization_id, assessment_version_id) references assessment_version (organization_id, id),
  constraint invitation_purpose_fields check (
    (purpose = 'member' and cardinality(roles) > 0 and candidate_id is null and assessment_version_id is null)
    or (purpose = 'assessment' and candidate_id is not null and assessment_version_id is not null)
  )
);

create table audit (
  id uuid primary key,
  organization_id uuid references organization (id),
  actor_account_id uuid references account (id),
  act text not null,
  object_id uuid,
  detail jsonb not null default '{}',
  at timestamptz not null
);

create table outbox (
  id uuid primary key,
  organization_id uuid references organization (id),
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_unsent_idx on outbox (created_at) where sent_at is null;

create table external_ref (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  system text not null,
  external_id text not null,
  object_kind text not null,
  object_id uuid not null,
  constraint external_ref_key unique (organization_id, system, object_kind, external_id)
);

create table rate_window (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
`;
