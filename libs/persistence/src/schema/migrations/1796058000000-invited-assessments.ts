import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The assessment of an invitation, beside its version: the table of an assessment's invitations is read in pages over all
 * its versions. The name that a candidate had when the list was pasted stays with the candidate.
 */
export class InvitedAssessments1796058000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation
        add column assessment_id uuid,
        add constraint invitation_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id);
      update invitation i set assessment_id = v.assessment_id
        from assessment_version v where v.id = i.assessment_version_id;
      alter table invitation
        add constraint invitation_assessment check ((assessment_id is null) = (assessment_version_id is null));
      create index invitation_assessment_idx on invitation (assessment_id, created_at desc, id desc)
        where assessment_id is not null;
      drop index invitation_version_idx;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
