import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { Database } from './database';
import { makeDataSource } from './schema/data-source';

class Anything {
  constructor(private readonly manager: EntityManager) {}

  run(sql: string): Promise<unknown> {
    return this.manager.query(sql);
  }
}

let scratch: ScratchDatabase;
let dataSource: DataSource;
let db: Database;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  // One connection, so that what a heavy read leaves behind would be seen by the next statement.
  dataSource = await makeDataSource({ url: scratch.url, poolSize: 1 }).initialize();
  db = new Database(dataSource.manager);
  await db.repo(Anything).run('create table thing (n int)');
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});

test('a heavy read is cancelled after its time', async () => {
  await expect(db.heavyRead((tx) => tx.repo(Anything).run('select pg_sleep(3600)'), 50)).rejects.toThrow(
    'statement timeout',
  );
});

test('a heavy read cannot write', async () => {
  const writing = db.heavyRead((tx) => tx.repo(Anything).run('insert into thing values (1)'));
  await expect(writing).rejects.toThrow('read-only transaction');
});

test('its limits end with it', async () => {
  const limit = (of: Database): Promise<unknown> => of.repo(Anything).run('show statement_timeout');
  expect(await db.heavyRead(limit)).toEqual([{ statement_timeout: '5s' }]);
  expect(await limit(db)).toEqual([{ statement_timeout: '30s' }]);
  await db.repo(Anything).run('insert into thing values (1)');
});
