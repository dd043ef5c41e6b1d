import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slugs are never given to another organization, so that a link in an old mail cannot lead to a stranger's page. */
const SLUGS = `
create table organization_slug (
  slug text primary key,
  organization_id uuid not null references organization (id)
);
insert into organization_slug select slug, id from organization;

create function keep_slug() returns trigger language plpgsql as $$
begin
  insert into organization_slug values (new.slug, new.id) on conflict do nothing;
  if not exists (select from organization_slug where slug = new.slug and organization_id = new.id) then
    raise exception 'another organization has had the slug %', new.slug
      using errcode = 'unique_violation', constraint = 'organization_slug_key';
  end if;
  return null;
end
$$;
create trigger organization_slug_kept after insert or update of slug on organization
  for each row execute function keep_slug();`;

const SETTINGS = `
alter table organization
  add column contact_email text check (contact_email = lower(contact_email)),
  add column time_zone text not null default 'UTC',
  add column date_locale text not null default 'en-GB';`;

/**
 * An organization that has had an administrator keeps one. The lock makes two administrators who remove each other wait for
 * one another; the second sees what the first has committed. A person who is erased is not kept by it.
 */
const LAST_ADMINISTRATOR = `
create function keep_administrator() returns trigger language plpgsql as $$
begin
  perform from organization where id = old.organization_id for no key update;
  if not exists (select from member where organization_id = old.organization_id and role = 'admin')
    and exists (select from account where id = old.account_id and erased_at is null) then
    raise exception 'an organization keeps its last administrator'
      using errcode = 'integrity_constraint_violation', constraint = 'member_last_administrator';
  end if;
  return null;
end
$$;
create constraint trigger member_last_administrator after delete or update on member
  deferrable initially deferred for each row when (old.role = 'admin') execute function keep_administrator();`;

const AUDIT = `
create index audit_organization_idx on audit (organization_id, id);
create index audit_act_idx on audit (organization_id, act, id);
create index audit_actor_idx on audit (organization_id, actor_account_id, id);
create trigger audit_written_once before update or delete on audit for each row execute function forbid_change();
create index invitation_member_idx on invitation (organization_id, email) where purpose = 'member';`;

/** Settings of an organization, its earlier slugs, its last administrator, and an audit that can be read by pages. */
export class Organizations1796056800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SLUGS, SETTINGS, LAST_ADMINISTRATOR, AUDIT]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}
