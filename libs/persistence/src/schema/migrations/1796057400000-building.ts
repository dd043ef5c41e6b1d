import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of a draft keeps refused saves, a version says which revision it froze, and attempts get the purpose
 * `preview`: a member looks at an assessment as a candidate, and nothing is counted.
 */
const BUILDING = `
alter table assessment_draft_revision
  alter column revision drop not null,
  add column based_on integer,
  add constraint assessment_draft_revision_refused check ((revision is null) = (based_on is not null));
create index assessment_draft_revision_saved_idx on assessment_draft_revision (assessment_id, saved_at desc, id desc);
create index assessment_organization_idx on assessment (organization_id, updated_at desc, id desc);

alter table assessment_version add column draft_revision integer not null default 1;

alter table attempt
  drop constraint attempt_purpose_check,
  add constraint attempt_purpose_check check (purpose in ('practice', 'assessment', 'preview')),
  drop constraint attempt_subject,
  add constraint attempt_subject check (
    (purpose = 'practice' and organization_id is null and num_nonnulls(account_id, guest_id) = 1)
    or (purpose = 'assessment' and num_nonnulls(organization_id, candidate_id, assessment_version_id) = 3)
    or (purpose = 'preview' and num_nonnulls(organization_id, account_id) = 2
      and num_nonnulls(guest_id, candidate_id, invitation_id) = 0));

create table attempt_preview (
  attempt_id uuid primary key references attempt (id),
  assessment_id uuid not null references assessment (id),
  content jsonb not null,
  created_at timestamptz not null
);
create index attempt_preview_created_idx on attempt_preview (created_at);
create index attempt_preview_assessment_idx on attempt_preview (assessment_id);
`;

export class Building1796057400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUILDING);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
