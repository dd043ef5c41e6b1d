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
-- The grader's login must not create or read anything else; a database created by version 15 or later has this default.
revoke create on schema public from public;
${grants(login)}
`;
}
