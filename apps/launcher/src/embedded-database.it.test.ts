import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Addresses, openEmbeddedDatabase } from './embedded-database';
import { openHome } from './home';

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'holdout-embedded-'));
  chmodSync(parent, 0o711);
});
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

async function query(url: string | null, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url ?? '' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const rightsOf = (addresses: Addresses, who: keyof Addresses) =>
  query(addresses[who], 'select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user');

test('data survives a stop, a killed server and a server left running; the logins have only the rights that they need', async () => {
  const home = openHome(join(parent, 'home'));
  const workspace = process.cwd();

  const first = await openEmbeddedDatabase(home, workspace);
  const plain = [{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }];
  expect(await rightsOf(first.addresses, 'databaseUrl')).toEqual(plain);
  expect(await rightsOf(first.addresses, 'graderDatabaseUrl')).toEqual(plain);
  await query(first.addresses.databaseUrl, 'create table kept (n int)');
  await query(first.addresses.databaseUrl, 'insert into kept values (1)');
  await expect(query(first.addresses.graderDatabaseUrl, 'select n from kept')).rejects.toThrow(/permission denied/);
  await expect(query(first.addresses.graderDatabaseUrl, 'create table mine (n int)')).rejects.toThrow(
    /permission denied/,
  );
  expect(
    await query(first.addresses.databaseUrl, "select lower('ÄÖ') as l, similarity('abc', 'abd') > 0 as s"),
  ).toEqual([{ l: 'äö', s: true }]);
  await first.cluster.stop();

  const second = await openEmbeddedDatabase(home, workspace);
  await query(second.addresses.databaseUrl, 'insert into kept values (2)');
  process.kill(second.cluster.pid, 'SIGKILL');
  await second.cluster.ended;

  const third = await openEmbeddedDatabase(home, workspace);
  expect(await query(third.addresses.databaseUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);

  // As after `kill -9` of the launcher: the third server still runs.
  const fourth = await openEmbeddedDatabase(home, workspace);
  await third.cluster.ended;
  expect(await query(fourth.addresses.databaseUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
  await fourth.cluster.stop();
  expect(JSON.parse(readFileSync(home.databaseFile, 'utf8'))).toMatchObject({ directory: fourth.directory });
});
