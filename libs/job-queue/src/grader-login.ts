import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';

/** The functions that a grader's login may call; it has no other rights. */
export const GRADER_FUNCTIONS = [
  'claim(uuid, text[], integer, integer, boolean)',
  'heartbeat(uuid, integer)',
  'complete(uuid, json, boolean)',
  'fail(uuid, text)',
  'give_back(uuid, text)',
  'release(uuid)',
  'get_bundle(text)',
  'get_data(text, text, text)',
  'put_data(uuid, text, text, json)',
  'say_alive(uuid, text, text, json)',
] as const;

function grants(login: string): string {
  const role = escapeIdentifier(login);
  const functions = GRADER_FUNCTIONS.map((signature) => `  grading.${signature}`).join(',\n');
  return [
    `revoke all on all tables in schema grading from ${role};`,
    `revoke all on all functions in schema grading from ${role};`,
    `revoke all on schema grading from ${role};`,
    `grant usage on schema grading to ${role};`,
    `grant execute on function\n${functions}\nto ${role};`,
  ].join('\n');
}

/**
 * Takes from everyone but the owner of the database what PostgreSQL grants to all logins: temporary tables, and advisory
 * locks, by which a grader could hold up migrations. Functions of the system can be taken by a superuser only.
 */
export const CLOSE_DATABASE = `do $$
declare
  owner name := (select r.rolname from pg_database d join pg_roles r on r.oid = d.datdba where d.datname = current_database());
  of_system regprocedure;
begin
  execute format('revoke temporary on database %I from public', current_database());
  if not (select rolsuper from pg_roles where rolname = current_user) then
    raise notice 'Run this as a superuser, to take advisory locks from the login of the grader too.';
    return;
  end if;
  for of_system in select oid::regprocedure from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_' loop
    execute format('revoke execute on function %s from public', of_system);
    execute format('grant execute on function %s to %I', of_system, owner);
  end loop;
end $$;
`;

/** Grants an existing login exactly the rights of a grader. Must be repeated after each migration. */
export async function grantGrader(client: ClientBase, login: string): Promise<void> {
  await client.query(grants(login));
}

/** The SQL with which the administrator of an external database creates the logins. */
export function databaseRolesSql(login: string): string {
  const role = escapeIdentifier(login);
  return `-- Run this in Holdout's database, as its owner or as an administrator, after "holdout admin migrate".
-- Then give the login a password, for example with \\password ${login} in psql.
create role ${role} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls;
do $$ begin
  execute format('grant connect on database %I to %I', current_database(), ${escapeLiteral(login)});
end $$;
-- Other databases of the server admit every login unless you revoke it: revoke connect, temporary on database NAME from public;
-- The grader's login must not create or read anything else; a database created by version 15 or later has this default.
revoke create on schema public from public;
${CLOSE_DATABASE}${grants(login)}
`;
}
