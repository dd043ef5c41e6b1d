import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail to send, and what became of it. The text of a message is stored in the mailbox of local mode only. */
export class Mail1796055000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id uuid primary key,
        organization_id uuid references organization (id),
        kind text not null,
        subject_id uuid not null,
        recipient text not null,
        message_id text not null constraint mail_message_id_key unique,
        created_at timestamptz not null,
        tries integer not null default 0,
        sent_at timestamptz,
        failed_at timestamptz,
        failure text constraint mail_failure_check check (failure in (
          'badAddress', 'refused', 'rejected', 'notDelivered', 'noServer', 'internal')),
        failure_reply text,
        constraint mail_outcome check (failed_at is null or (failure is not null and sent_at is null))
      );
      create index mail_subject_idx on mail (subject_id, created_at);
      create index mail_recipient_idx on mail (recipient);
      create index mail_created_idx on mail (created_at);
      create table mailbox_message (
        mail_id uuid primary key references mail (id) on delete cascade,
        subject text not null,
        html text not null,
        text text not null,
        attachments jsonb not null
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
