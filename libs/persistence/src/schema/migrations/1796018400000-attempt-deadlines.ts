import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The deadline of an attempt is stored, with an entry for each reason why it is when it is. Scores may come from a
 * reviewer or from scoring again.
 */
export class AttemptDeadlines1796018400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table attempt add column closes_at timestamptz, add column released_at timestamptz,
        add constraint attempt_released check (released_at is null or ended_at is not null);
      create table attempt_time_entry (
        id uuid primary key,
        attempt_id uuid not null references attempt (id),
        kind text not null check (kind in ('limit', 'extraTime', 'break', 'credit', 'added')),
        amount double precision not null check (amount >= 0),
        reason text not null,
        actor_account_id uuid references account (id),
        added_at timestamptz not null
      );
      create index attempt_time_entry_attempt_idx on attempt_time_entry (attempt_id, added_at);
      create trigger attempt_time_entry_written_once before update on attempt_time_entry
        for each row execute function forbid_change();
      insert into attempt_time_entry (id, attempt_id, kind, amount, reason, added_at)
        select gen_random_uuid(), id, 'limit', limit_seconds, 'start', started_at from attempt where limit_seconds is not null;
      insert into attempt_time_entry (id, attempt_id, kind, amount, reason, added_at)
        select gen_random_uuid(), id, 'extraTime', extra_time, 'start', started_at from attempt where extra_time > 0;
      update attempt set closes_at = started_at + make_interval(secs => round(limit_seconds * (1 + extra_time)))
        where limit_seconds is not null;
      alter table attempt drop column limit_seconds, drop column extra_time;
      create index attempt_overdue_idx on attempt (closes_at) where ended_at is null and closes_at is not null;
      alter table score drop constraint score_marked_by_check,
        add constraint score_marked_by_check check (marked_by in ('key', 'self', 'reviewer', 'rescore'));
      create index score_submission_idx on score (submission_id, scored_at) where submission_id is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
