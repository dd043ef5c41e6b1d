/** Invitations of candidates, with the sessions and attempts that they lead to. */
export const INVITATION_TABLES = `
alter table candidate
  add column extra_time double precision not null default 0
    constraint candidate_extra_time_check check (extra_time >= 0 and extra_time <= 4),
  add column break_seconds integer not null default 0
    constraint candidate_break_seconds_check check (break_seconds >= 0),
  add column merged_into uuid,
  add constraint candidate_merged_fkey foreign key (organization_id, merged_into)
    references candidate (organization_id, id);

create table public_link (
  id uuid primary key,
  organization_id uuid not null,
  assessment_id uuid not null,
  token_hash bytea not null constraint public_link_token_hash_key unique,
  generation integer not null default 1,
  cap integer not null check (cap > 0),
  opens_at timestamptz,
  closes_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references account (id),
  withdrawn_at timestamptz,
  constraint public_link_organization_key unique (organization_id, id),
  constraint public_link_assessment_fkey foreign key (organization_id, assessment_id)
    references assessment (organization_id, id)
);
create index public_link_assessment_idx on public_link (assessment_id);

alter table invitation
  add column generation integer not null default 1,
  add column source text not null default 'mail'
    constraint invitation_source_check check (source in ('mail', 'link', 'public')),
  add column public_link_id uuid,
  add column opens_at timestamptz,
  add column opened_at timestamptz,
  add column declined_at timestamptz,
  add column reminded_at timestamptz,
  add column created_by uuid references account (id),
  add constraint invitation_public_link_fkey foreign key (organization_id, public_link_id)
    references public_link (organization_id, id),
  add constraint invitation_source_fields check ((source = 'public') = (public_link_id is not null)),
  add constraint invitation_organization_key unique (organization_id, id);
create index invitation_version_idx on invitation (assessment_version_id, created_at desc, id desc)
  where assessment_version_id is not null;
create index invitation_candidate_idx on invitation (organization_id, candidate_id) where candidate_id is not null;

alter table session
  add column organization_id uuid,
  add column candidate_id uuid,
  add column invitation_id uuid,
  drop constraint session_one_subject,
  add constraint session_one_subject check (num_nonnulls(account_id, guest_id, candidate_id) = 1
    and num_nonnulls(organization_id, candidate_id, invitation_id) in (0, 3)),
  add constraint session_candidate_fkey foreign key (organization_id, candidate_id)
    references candidate (organization_id, id),
  add constraint session_invitation_fkey foreign key (organization_id, invitation_id)
    references invitation (organization_id, id);
create index session_candidate_idx on session (candidate_id) where candidate_id is not null;

alter table attempt
  add column invitation_id uuid,
  add column receipt_code text,
  add constraint attempt_invitation_key unique (invitation_id),
  add constraint attempt_receipt_code_key unique (receipt_code),
  add constraint attempt_invitation_fkey foreign key (organization_id, invitation_id)
    references invitation (organization_id, id);

alter table attempt_item
  add column section_id text,
  add column weight double precision not null default 1
    constraint attempt_item_weight_check check (weight > 0);
`;
