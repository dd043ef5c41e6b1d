import { type DataSource, MigrationExecutor } from 'typeorm';
import { z } from 'zod';
import { getRow, listRows, row } from '../rows';
import { MIGRATIONS_TABLE } from './data-source';

/** Thrown if a newer version of Holdout has written the data. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** Any number of processes may start at once: one migrates, the others wait for it. */
const LOCK = 4_170_815_232;
const OLDEST_SERVER = 150_000;

const TableId = row({ oid: z.string().nullable() });
const Migration = row({ name: z.string() });
const Server = row({ version: z.int() });

/** Runs the pending migrations; throws for a database of a newer version and for a server older than PostgreSQL 15. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await refuseOldServer(dataSource);
    // No time limit: another process may be migrating, and a migration of many rows takes long.
    await runner.query("select set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false)");
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    await runner.query("select set_config('lock_timeout', '10s', false)");
    await refuseNewerDatabase(dataSource);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('reset all').catch(() => undefined);
    await runner.release();
  }
}

/** Lists the migrations of this build that the database has not run. */
export async function listPendingMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const applied = new Set(await listAppliedMigrations(dataSource));
  return dataSource.migrations.map(nameOf).filter((name) => !applied.has(name));
}

/** Throws if the database has run a migration that this build does not have. */
export async function refuseNewerDatabase(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map(nameOf));
  const unknown = (await listAppliedMigrations(dataSource)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new NewerDatabaseError(
    `The database was written by a newer version of Holdout (it has ${unknown.join(', ')}, unknown to this version). ` +
      'Start that newer version, or restore a backup made before it. Nothing was changed.',
  );
}

const nameOf = (migration: { name?: string; constructor: { name: string } }): string =>
  migration.name ?? migration.constructor.name;

async function listAppliedMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const { oid } = await getRow(dataSource, TableId, 'select to_regclass($1)::text as oid', [MIGRATIONS_TABLE]);
  if (oid === null) return [];
  const applied = await listRows(dataSource, Migration, `select name from ${MIGRATIONS_TABLE} order by id`);
  return applied.map(({ name }) => name);
}

async function refuseOldServer(dataSource: DataSource): Promise<void> {
  const sql = "select current_setting('server_version_num')::int as version";
  const { version } = await getRow(dataSource, Server, sql);
  if (version < OLDEST_SERVER)
    throw new Error(`PostgreSQL 15 or later is needed; this server is version ${Math.floor(version / 10_000)}.`);
}
