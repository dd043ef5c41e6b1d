import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps with recovery codes, and passkeys. Secrets are encrypted and codes hashed by the api. */
export class SecondFactors1796056200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_totp (
        account_id uuid primary key references account (id),
        secret bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step integer not null default 0
      );

      create table recovery_code (
        id uuid primary key,
        account_id uuid not null references account (id),
        code_hash bytea not null,
        created_at timestamptz not null,
        used_at timestamptz,
        constraint recovery_code_key unique (account_id, code_hash)
      );

      create table passkey (
        id uuid primary key,
        account_id uuid not null references account (id),
        credential_id text not null,
        public_key bytea not null,
        counter double precision not null,
        transports text[] not null default '{}',
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        constraint passkey_credential_id_key unique (credential_id)
      );
      create index passkey_account_id_idx on passkey (account_id);

      create table used_ticket (
        id uuid primary key,
        expires_at timestamptz not null
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
