import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How members of an organization sign in: its identity provider, its domains, and what it requires of a session. */
export class SingleSignOn1796056260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column is_strong boolean not null default false,
        add column provider_organization_id uuid references organization (id);

      create table organization_sign_in (
        organization_id uuid primary key references organization (id),
        issuer text,
        client_id text,
        client_secret bytea,
        default_role text check (default_role in ('author', 'manager', 'reviewer', 'recruiter')),
        requires_single_sign_on boolean not null default false, requires_second_factor boolean not null default false,
        constraint organization_sign_in_provider check (num_nulls(issuer, client_id, client_secret, default_role) in (0, 4)),
        constraint organization_sign_in_required check (issuer is not null or not requires_single_sign_on)
      );

      create table organization_domain (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        domain text not null check (domain = lower(domain)),
        token text not null,
        created_at timestamptz not null,
        checked_at timestamptz,
        proven_at timestamptz,
        missing_since timestamptz,
        constraint organization_domain_key unique (organization_id, domain)
      );
      create unique index organization_domain_proven_key on organization_domain (domain) where proven_at is not null;

      create table account_identity (
        id uuid primary key,
        account_id uuid not null references account (id),
        organization_id uuid not null references organization (id),
        issuer text not null,
        subject text not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint account_identity_key unique (issuer, subject)
      );
      create index account_identity_account_id_idx on account_identity (account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
