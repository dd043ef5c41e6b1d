import { readFileSync, writeFileSync } from 'node:fs';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source';
import { migrate } from './migrate';
import { printSchema } from './print-schema';

const REVIEWING = 'marking, whose leases, locks and queues are decided by single statements: only SQL reaches it';
const BANK = 'bank content, which is loaded in bulk and read by joins: only SQL reaches it';

/** Tables that TypeORM neither reads nor writes, each with the reason. Their migrations alone describe them. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  candidate_profile: 'nothing reads candidates before assessments do',
  fault_count: BANK,
  misconception: BANK,
  preparation: BANK,
  question_version_skill: BANK,
  review: REVIEWING,
  review_calibration_answer: REVIEWING,
  review_calibration_mark: REVIEWING,
  review_disagreement: REVIEWING,
  review_note: REVIEWING,
  review_plan: REVIEWING,
  review_queue: REVIEWING,
  review_regrade: REVIEWING,
  review_resolution: REVIEWING,
  review_task: REVIEWING,
  schema_migration: 'it belongs to the migrations',
  skill: BANK,
  skill_alias: BANK,
};

let scratch: ScratchDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  dataSource = await makeDataSource({ url: scratch.url }).initialize();
  await migrate(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});

test('entities describe exactly the tables that the migrations make', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('every table has an entity or a reason to have none', async () => {
  const tables = await dataSource.query<{ name: string }[]>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const described = [...dataSource.entityMetadatas.map(({ tableName }) => tableName), ...Object.keys(WITHOUT_ENTITY)];
  expect(described.sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('entities state the same check constraints as the tables that the migrations make', async () => {
  const ofTables = await checksOf('public');
  expect(await checksOfEntities()).toEqual(ofTables.filter(({ table }) => WITHOUT_ENTITY[table] === undefined));
});

test('migrating again changes nothing', async () => {
  await migrate(dataSource);
  expect(await dataSource.query('select name from schema_migration')).toHaveLength(dataSource.migrations.length);
});

test('docs/schema.sql is what the migrations make', async () => {
  const printed = await printSchema(dataSource);
  // Set by whoever changed the schema on purpose; the printed file then shows in review.
  if (process.env['UPDATE_SCHEMA'] !== undefined) writeFileSync('docs/schema.sql', printed);
  expect(readFileSync('docs/schema.sql', 'utf8')).toBe(printed);
});

test('a database written by a newer version is refused and not changed', async () => {
  await dataSource.query("insert into schema_migration (timestamp, name) values (1, 'Later1')");
  await expect(migrate(dataSource)).rejects.toThrow('written by a newer version of Holdout (it has Later1');
  await dataSource.query("delete from schema_migration where name = 'Later1'");
});

test('an insert-only row cannot be changed', async () => {
  await dataSource.query("insert into bank values ('b', null, 'B', 'both', 'CC0')");
  await dataSource.query("insert into question values ('b/choice.q', 'b', 'choice.q', null)");
  await dataSource.query(
    `insert into question_version values (gen_random_uuid(), 'b/choice.q', 'h', 'choice', 'Q', 1, 1, 'CC0', '{}', '{}', '{}', '{}', now(), '')`,
  );
  await expect(dataSource.query("update question_version set title = 'R'")).rejects.toThrow('written once');
});

type Check = { readonly table: string; readonly name: string; readonly definition: string };

/** PostgreSQL prints an expression in its own form, so checks are compared after it has read both. */
const checksOf = (schema: string): Promise<Check[]> =>
  dataSource.query<Check[]>(
    `select relname as "table", conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = conrelid
     where connamespace = $1::regnamespace and contype = 'c' order by 1, 2`,
    [schema],
  );

/** Adds each entity's checks to an empty copy of its table; TypeORM itself compares the names of checks only. */
async function checksOfEntities(): Promise<Check[]> {
  await dataSource.query('create schema described');
  for (const { tableName, checks } of dataSource.entityMetadatas) {
    await dataSource.query(`create table described.${tableName} (like public.${tableName})`);
    for (const { name, expression } of checks) {
      await dataSource.query(`alter table described.${tableName} add constraint ${name} check (${expression})`);
    }
  }
  const checks = await checksOf('described');
  await dataSource.query('drop schema described cascade');
  return checks;
}
