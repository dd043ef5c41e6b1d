import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that are sent to a mailbox to prove that it is the sender's: to sign up, to change the address or the password. */
export class AccountLinks1796055660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_link (
        id uuid primary key,
        purpose text not null,
        email text not null,
        account_id uuid references account (id),
        guest_id uuid references guest (id),
        display_name text,
        password_hash text,
        token_hash bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint account_link_token_hash_key unique (token_hash),
        constraint account_link_email_check check (email = lower(email)),
        constraint account_link_purpose_fields check (
          (purpose = 'signUp' and account_id is null and display_name is not null and password_hash is not null)
          or (purpose = 'proveAddress' and account_id is not null
              and num_nonnulls(guest_id, display_name, password_hash) = 0)
          or (purpose = 'resetPassword' and num_nonnulls(account_id, guest_id, display_name, password_hash) = 0))
      );
      create index account_link_email_idx on account_link (email);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
