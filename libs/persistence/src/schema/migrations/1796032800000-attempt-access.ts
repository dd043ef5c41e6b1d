import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An attempt states whose banks its questions come from, so that each statement compares them with the memberships of
 * today, and when its holder's data was erased.
 */
export class AttemptAccess1796032800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table attempt add column bank_owners uuid[] not null default '{}', add column erased_at timestamptz;
      update attempt a set bank_owners = owned.owners
        from (
          select i.attempt_id, array_agg(distinct b.organization_id) as owners
          from attempt_item i
          join question_version v on v.id = i.question_version_id
          join question q on q.id = v.question_id
          join bank b on b.id = q.bank_id
          where b.organization_id is not null
          group by i.attempt_id
        ) owned
        where owned.attempt_id = a.id;
      update attempt a set erased_at = p.erased_at from account p
        where p.id = a.account_id and a.purpose = 'practice' and p.erased_at is not null;
      update attempt a set erased_at = g.erased_at from guest g
        where g.id = a.guest_id and a.purpose = 'practice' and g.erased_at is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
