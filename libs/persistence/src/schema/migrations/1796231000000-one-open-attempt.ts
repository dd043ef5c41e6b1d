import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person has one open attempt of an assessment at a time, whatever the number of invitations. The trigger fills
 * `assessment_id` on every insert. Of several attempts of one person that are open now, only the latest gets one: the others
 * end at their deadlines.
 */
export class OneOpenAttempt1796231000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table attempt add column assessment_id uuid;
      update attempt a set assessment_id = v.assessment_id from assessment_version v
        where v.id = a.assessment_version_id and not (a.purpose = 'assessment' and a.ended_at is null and exists (
          select from attempt later join assessment_version w on w.id = later.assessment_version_id
          where later.purpose = 'assessment' and later.ended_at is null and later.candidate_id = a.candidate_id
            and w.assessment_id = v.assessment_id and (later.started_at, later.id) > (a.started_at, a.id)));
      create function fill_attempt_assessment() returns trigger language plpgsql as $$
      begin
        select v.assessment_id into new.assessment_id from assessment_version v where v.id = new.assessment_version_id;
        return new;
      end $$;
      create trigger attempt_assessment_filled before insert on attempt
        for each row when (new.assessment_version_id is not null) execute function fill_attempt_assessment();
      create unique index attempt_open_key on attempt (candidate_id, assessment_id)
        where purpose = 'assessment' and ended_at is null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
