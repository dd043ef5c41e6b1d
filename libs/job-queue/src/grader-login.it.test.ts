import { randomBytes, randomUUID } from 'node:crypto';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { assertGraderRights, databaseRolesSql, grantGrader, migrateQueue, pgSql } from './index';

const tag = randomBytes(4).toString('hex');
const OWNER = `owner_${tag}`;
const GRADER = `grader_${tag}`;
const INSUFFICIENT_PRIVILEGE = '42501';
const HASH = 'a'.repeat(64);

let database: ScratchDatabase;
let superuser: Client;
let owner: Client;
let grader: Client;

const databaseName = (): string => new URL(database.url).pathname.slice(1);

async function connect(user?: string): Promise<Client> {
  const url = new URL(database.url);
  if (user) [url.username, url.password] = [user, 'secret'];
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await makeScratchDatabase();
  superuser = await connect();
  await superuser.query(`create role ${OWNER} login password 'secret'`);
  await superuser.query(`alter database ${new URL(database.url).pathname.slice(1)} owner to ${OWNER}`);
  owner = await connect(OWNER);
  await owner.query('create table public.candidate (email text)');
  await migrateQueue(owner);
  await superuser.query(databaseRolesSql(GRADER));
  await superuser.query(`alter role ${GRADER} password 'secret'`);
  grader = await connect(GRADER);
});

afterAll(async () => {
  await Promise.all([grader.end(), owner.end()]);
  await superuser.query(`drop owned by ${GRADER}; drop role ${GRADER}`);
  await superuser.query(`reassign owned by ${OWNER} to current_user; drop owned by ${OWNER}; drop role ${OWNER}`);
  await superuser.end();
  await database.drop();
});

test('the printed SQL creates a login that passes, and granting again as the owner changes nothing', async () => {
  await assertGraderRights(pgSql(grader));
  await grantGrader(owner, GRADER);
  await assertGraderRights(pgSql(grader));
});

test.each([
  'select * from public.candidate',
  "insert into public.candidate values ('x')",
  ...['job', 'report', 'bundle', 'data', 'grader', 'schema_version'].flatMap((table) => [
    `select * from grading.${table}`,
    `delete from grading.${table}`,
  ]),
  `insert into grading.bundle values ('${HASH}', '{}')`,
  'update grading.job set rank = 0',
  'truncate grading.job cascade',
  'create table grading.mine (n int)',
  'create table public.mine (n int)',
  'create schema mine',
  "create or replace function grading.get_bundle(of_hash text) returns json language sql as $$ select '{}'::json $$",
  'alter function grading.get_bundle(text) owner to session_user',
  'drop function grading.get_bundle(text)',
  'select * from grading.take_reports(10)',
  `select grading.retry('${randomUUID()}')`,
  `select grading.end_failed('${randomUUID()}', 'no')`,
  `select grading.held_job('${randomUUID()}')`,
  'select grading.end_abandoned()',
  `set role ${OWNER}`,
  `set session authorization ${OWNER}`,
  "copy (select 1) to program 'true'",
  "select pg_read_file('/etc/passwd')",
  'create role mine',
  'create temporary table mine (n int)',
  'select pg_advisory_lock(4170815232)',
  'select pg_try_advisory_lock_shared(1, 2)',
  'select pg_advisory_xact_lock(1)',
])('its login may not: %s', async (sql) => {
  await expect(grader.query(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
});

test('the functions ignore tables and functions of the same name in the temporary schema of the caller', async () => {
  // Where a superuser has not revoked it.
  await superuser.query(`grant temporary on database ${databaseName()} to ${GRADER}`);
  await grader.query('create temp table job (like pg_class)');
  await grader.query('create function pg_temp.gen_random_uuid() returns uuid language sql as $$ select null::uuid $$');
  await owner.query(
    `insert into grading.job (id, kind, payload, needs, rank) values ('${randomUUID()}', 'grade', '{}', '{python}', 0)`,
  );
  await grader.query('set search_path = pg_temp, pg_catalog');
  const { rows } = await grader.query<{ run_id: string }>('select * from grading.claim($1, $2, 12, 3)', [
    randomUUID(),
    ['python'],
  ]);
  expect(rows[0]?.run_id).toMatch(/^[0-9a-f-]{36}$/);
  await grader.query('discard temp; reset search_path');
  await superuser.query(`revoke temporary on database ${databaseName()} from ${GRADER}`);
});

test('the owner may still lock and migrate', async () => {
  await owner.query('select pg_advisory_lock(1), pg_advisory_unlock(1)');
  await migrateQueue(owner);
});

test.each([
  ['reads a column of a product table', `grant select (email) on public.candidate to ${GRADER}`, 'candidate'],
  ['writes a product table', `grant insert on public.candidate to ${GRADER}`, 'candidate'],
  ['reads a table that PUBLIC may read', 'grant select on public.candidate to public', 'candidate'],
  ['reads the job table', `grant select on grading.job to ${GRADER}`, 'grading.job'],
  ['may act as the owner', `grant ${OWNER} to ${GRADER}`, OWNER],
  ['reads all tables', `grant pg_read_all_data to ${GRADER}`, 'pg_read_all_data'],
  ['is a superuser', `alter role ${GRADER} superuser`, 'superuser'],
  ['may create roles', `alter role ${GRADER} createrole`, 'may create roles'],
  ['may create tables', `grant create on schema public to ${GRADER}`, 'schema public'],
  ['owns a function', `alter function grading.get_bundle(text) owner to ${GRADER}`, 'owns grading.get_bundle'],
  [
    'lacks a function',
    `revoke execute on function grading.claim(uuid, text[], integer, integer, boolean) from ${GRADER}`,
    'claim',
  ],
  ['lacks the schema', `revoke usage on schema grading from ${GRADER}`, 'grading'],
])('a grader refuses to start when its login %s', async (_, change, named) => {
  const other = await connect(GRADER);
  await superuser.query('begin');
  await superuser.query(change);
  await superuser.query('commit');
  await expect(assertGraderRights(pgSql(other))).rejects.toThrow(named);
  await other.end();
  await superuser.query(`
    alter function grading.get_bundle(text) owner to ${OWNER};
    alter role ${GRADER} nosuperuser nocreaterole;
    revoke ${OWNER}, pg_read_all_data from ${GRADER};
    revoke all on public.candidate from ${GRADER}, public;
    revoke all on schema public from ${GRADER};`);
  await grantGrader(superuser, GRADER);
});

test('the owner of the database is refused, and so is a superuser', async () => {
  await expect(assertGraderRights(pgSql(owner))).rejects.toThrow('owns');
  await expect(assertGraderRights(pgSql(superuser))).rejects.toThrow('is a superuser');
});
