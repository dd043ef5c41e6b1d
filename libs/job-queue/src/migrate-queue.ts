import type { ClientBase } from 'pg';
import { GRADER_FUNCTIONS_SQL, OWNER_FUNCTIONS } from './migration-001-functions';
import { TABLES } from './migration-001-tables';
import { WAITING } from './migration-002-waiting';
import { FAIRNESS } from './migration-003-fairness';

/** Migration n brings version n-1 to version n. A released migration is never edited. */
const MIGRATIONS: readonly string[] = [TABLES + OWNER_FUNCTIONS + GRADER_FUNCTIONS_SQL, WAITING, FAIRNESS];

/** PostgreSQL grants execution of new functions to PUBLIC; this revokes it. */
const CLOSE = `
revoke all on schema grading from public;
revoke all on all tables in schema grading from public;
revoke all on all functions in schema grading from public;
`;

const LOCK = 4_170_815_233;
const OLDEST_SERVER = 150_000;

/** Migrates the schema `grading` to this version. Rejects for an old server or a schema of a newer Holdout. */
export async function migrateQueue(client: ClientBase): Promise<void> {
  await refuseOldServer(client);
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query('create schema if not exists grading');
    await client.query('create table if not exists grading.schema_version (version integer not null)');
    await migrateFrom(client, await findVersion(client));
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function refuseOldServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ server: number }>(
    "select current_setting('server_version_num')::int as server",
  );
  const server = rows[0]?.server ?? 0;
  if (server < OLDEST_SERVER)
    throw new Error(
      `Holdout needs PostgreSQL 15 or later; this server has version ${Math.floor(server / 10_000)}. Upgrade it.`,
    );
}

async function findVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>('select version from grading.schema_version');
  return rows[0]?.version ?? 0;
}

async function migrateFrom(client: ClientBase, version: number): Promise<void> {
  if (version > MIGRATIONS.length)
    throw new Error(
      `The queue in this database has schema version ${version}, newer than ${MIGRATIONS.length}, which this Holdout supports. Start the newer Holdout.`,
    );
  for (const [index, sql] of [...MIGRATIONS.entries()].slice(version)) {
    await client.query('begin');
    try {
      await client.query(sql + CLOSE);
      await client.query('delete from grading.schema_version');
      await client.query('insert into grading.schema_version values ($1)', [index + 1]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}
