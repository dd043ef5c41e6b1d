import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person sees of their sessions, and tokens for scripts of an organization. */
export class SessionsAndTokens1796055600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column browser text, add column system text, add column last_seen_at timestamptz;
      create table api_token (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        account_id uuid not null references account (id),
        name text not null,
        token_hash bytea not null,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint api_token_token_hash_key unique (token_hash),
        constraint api_token_scopes_check
          check (cardinality(scopes) > 0 and scopes <@ array['read', 'invite', 'build', 'manage'])
      );
      create index api_token_organization_id_idx on api_token (organization_id);
      create index api_token_account_id_idx on api_token (account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
