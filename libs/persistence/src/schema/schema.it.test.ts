import { readFileSync, writeFileSync } from 'node:fs';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source';
import { migrate } from './migrate';
import { printSchema } from './print-schema';

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

test('a database that a newer version has written is refused and left as it is', async () => {
  await dataSource.query("insert into schema_migration (timestamp, name) values (1, 'Later1')");
  await expect(migrate(dataSource)).rejects.toThrow('written by a newer Holdout (it has Later1');
  await dataSource.query("delete from schema_migration where name = 'Later1'");
});

test('what is written once cannot be changed', async () => {
  await dataSource.query("insert into bank values ('b', null, 'B', 'both', 'CC0')");
  await dataSource.query("insert into question values ('b/choice.q', 'b', 'choice.q', null)");
  await dataSource.query(
    `insert into question_version values (gen_random_uuid(), 'b/choice.q', 'h', 'choice', 'Q', 1, 1, 'CC0', '{}', '{}', '{}', '{}', now(), '')`,
  );
  await expect(dataSource.query("update question_version set title = 'R'")).rejects.toThrow('written once');
});
