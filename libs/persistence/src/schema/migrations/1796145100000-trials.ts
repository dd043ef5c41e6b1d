import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trials before an assessment: their bank, their attempts, and when a candidate began check-in. */
export class Trials1796145100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bank drop constraint bank_use_check;
      alter table bank add constraint bank_use_check check (use in ('practice', 'assessment', 'both', 'trial'));

      alter table invitation add column checked_in_at timestamptz;

      alter table attempt drop constraint attempt_purpose_check;
      alter table attempt add constraint attempt_purpose_check
        check (purpose in ('practice', 'assessment', 'preview', 'trial'));
      alter table attempt drop constraint attempt_subject;
      alter table attempt add constraint attempt_subject check (
        (purpose = 'practice' and organization_id is null and num_nonnulls(account_id, guest_id) = 1)
        or (purpose = 'assessment' and num_nonnulls(organization_id, candidate_id, assessment_version_id) = 3)
        or (purpose = 'preview' and num_nonnulls(organization_id, account_id) = 2
          and num_nonnulls(guest_id, candidate_id, invitation_id) = 0)
        or (purpose = 'trial' and num_nonnulls(organization_id, assessment_version_id) = 2
          and num_nonnulls(account_id, guest_id, candidate_id, invitation_id) = 0));

      create table attempt_trial (
        attempt_id uuid primary key references attempt (id),
        organization_id uuid not null,
        candidate_id uuid not null,
        invitation_id uuid not null constraint attempt_trial_invitation_key unique,
        created_at timestamptz not null,
        constraint attempt_trial_invitation_fkey foreign key (organization_id, invitation_id)
          references invitation (organization_id, id),
        constraint attempt_trial_candidate_fkey foreign key (organization_id, candidate_id)
          references candidate (organization_id, id)
      );
      create index attempt_trial_created_idx on attempt_trial (created_at);
      create index attempt_trial_candidate_idx on attempt_trial (candidate_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
