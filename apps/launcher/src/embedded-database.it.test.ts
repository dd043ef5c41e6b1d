import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  for (const sql of ['create temporary table mine (n int)', 'select pg_advisory_lock(4170815232)']) {
    await expect(query(first.addresses.graderDatabaseUrl, sql)).rejects.toThrow(/permission denied/);
  }
  for (const name of ['postgres', 'template1']) {
    const elsewhere = new URL(first.addresses.graderDatabaseUrl ?? '');
    elsewhere.pathname = `/${name}`;
    await expect(query(elsewhere.href, 'select 1')).rejects.toThrow(/permission denied for database/);
  }
  await query(first.addresses.databaseUrl, 'create table kept (n int)');
  await query(first.addresses.databaseUrl, 'insert into kept values (1)');
  await expect(query(first.addresses.graderDatabaseUrl, 'select n from kept')).rejects.toThrow(/permission denied/);
  await expect(query(first.addresses.graderDatabaseUrl, 'create table mine (n int)')).rejects.toThrow(
    /permission denied/,
  );
  expect(
    await query(first.addresses.databaseUrl, "select lower('ÄÖ') as l, similarity('abc', 'abd') > 0 as s"),
  ).toEqual([{ l: 'äö', s: true }]);
  // PostgreSQL lets every login change its own password. The next start sets it again.
  await query(first.addresses.graderDatabaseUrl, "alter role current_user password 'another'");
  await expect(query(first.addresses.graderDatabaseUrl, 'select 1')).rejects.toThrow(/password authentication failed/);
  await first.cluster.stop();

  const second = await openEmbeddedDatabase(home, workspace);
  await query(second.addresses.graderDatabaseUrl, 'select 1');
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
  expect(JSON.parse(readFileSync(home.databaseFile, 'utf8'))).toMatchObject({
    directory: 'postgres',
    isInitialised: true,
  });
});

test('a home that is moved takes its data along, and a copy has its own server beside that of the original', async () => {
  const workspace = process.cwd();
  const [first, moved, copied] = ['before', 'moved', 'copied'].map((name) => join(parent, name)) as [
    string,
    string,
    string,
  ];
  const opened = await openEmbeddedDatabase(openHome(first), workspace);
  await query(opened.addresses.databaseUrl, 'create table kept as select 1 as n');
  await opened.cluster.stop();
  // As an earlier version stored it.
  const file = openHome(first).databaseFile;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...kept, directory: join(first, 'postgres'), isInitialised: undefined }));

  renameSync(first, moved);
  // `cp -a` keeps owners, which cpSync does not.
  expect(spawnSync('cp', ['-a', moved, copied]).status).toBe(0);
  const ofMoved = await openEmbeddedDatabase(openHome(moved), workspace);
  const ofCopy = await openEmbeddedDatabase(openHome(copied), workspace);
  await query(ofCopy.addresses.databaseUrl, 'insert into kept values (2)');
  expect(await query(ofMoved.addresses.databaseUrl, 'select n from kept')).toEqual([{ n: 1 }]);
  expect([ofMoved.directory, ofCopy.directory]).toEqual([join(moved, 'postgres'), join(copied, 'postgres')]);
  expect(existsSync(first)).toBe(false);
  await Promise.all([ofMoved.cluster.stop(), ofCopy.cluster.stop()]);

  rmSync(join(moved, 'postgres'), { recursive: true });
  await expect(openEmbeddedDatabase(openHome(moved), workspace)).rejects.toThrow(/is missing: it should be in .*moved/);
  expect(existsSync(join(moved, 'postgres'))).toBe(false);
});
