import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages between an organization and those who take its assessments, one row for each attempt that one was sent to. The
 * index on attempts finds those that run, and those that have just ended, for the live view.
 */
export class AttemptMessages1796145300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempt_message (
        id uuid primary key,
        organization_id uuid not null,
        assessment_id uuid not null,
        attempt_id uuid not null references attempt (id),
        kind text not null constraint attempt_message_kind_check check (kind in ('call', 'message')),
        account_id uuid references account (id),
        sending_id uuid,
        is_to_all boolean not null default false,
        text text not null
          constraint attempt_message_text_check check (char_length(text) <= 2000 and (kind = 'call' or text <> '')),
        sent_at timestamptz not null,
        read_at timestamptz,
        answered_at timestamptz,
        answered_by uuid references account (id),
        constraint attempt_message_sending_key unique (sending_id, attempt_id),
        constraint attempt_message_sender check ((kind = 'message') = (sending_id is not null)),
        constraint attempt_message_call check (kind = 'message' or (account_id is null and read_at is null)),
        constraint attempt_message_answer check (answered_at is null or kind = 'call'),
        constraint attempt_message_assessment_fkey foreign key (organization_id, assessment_id)
          references assessment (organization_id, id)
      );
      create unique index attempt_message_open_call_key on attempt_message (attempt_id)
        where kind = 'call' and answered_at is null;
      create index attempt_message_attempt_idx on attempt_message (attempt_id, sent_at);
      create index attempt_message_calls_idx on attempt_message (organization_id, assessment_id, sent_at)
        where kind = 'call' and answered_at is null;
      create index attempt_version_idx on attempt (assessment_version_id, ended_at)
        where assessment_version_id is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
