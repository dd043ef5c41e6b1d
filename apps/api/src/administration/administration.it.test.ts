import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, makeDataSource, systemClock } from '@holdout/persistence';
import { parseSettings } from '@holdout/settings';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { API_TEMPLATE } from '../test-api';
import { COMMANDS } from './commands';

let scratch: ScratchDatabase;
let dataSource: DataSource;
let home: string;

beforeAll(async () => {
  scratch = await makeScratchDatabase(API_TEMPLATE);
  dataSource = await makeDataSource({ url: scratch.url }).initialize();
  home = mkdtempSync(join(tmpdir(), 'holdout-home-'));
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
  rmSync(home, { recursive: true });
});

async function run(
  command: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<string> {
  const printed: string[] = [];
  const settings = parseSettings({
    DATABASE_URL: scratch.url,
    HOLDOUT_HOME: home,
    PUBLIC_URL: 'https://h.example',
    ...environment,
  });
  const print = (text: string): number => printed.push(text);
  await COMMANDS[command]?.({ settings, dataSource, clock: systemClock, print }, args);
  return printed.join('\n');
}

const LOCAL = { HOLDOUT_LOCAL_MODE: 'true', PUBLIC_URL: 'http://127.0.0.1:3000' };
const CREATE = ['--email', 'First@One.example', '--name', 'First', '--organization', 'One', '--slug', 'one'];

test('create makes an organization and its first administrator, and prints the password once', async () => {
  expect(await run('create', CREATE)).toMatch(/^Page of One: https:\/\/h\.example\/o\/one\nPassword of .+: [\w-]{20}$/);
  await expect(run('create', CREATE)).rejects.toThrow('The organization "one" already exists');
  await expect(run('create', [...CREATE.slice(0, -1), 'two'])).rejects.toThrow(
    'first@one.example already has an account',
  );
});

test('an organization whose name looks like that of another is refused', async () => {
  const named = ['--email', 'x@two.example', '--name', 'X', '--slug', 'two', '--organization'];
  await expect(run('create', [...named, 'Опе'])).rejects.toThrow('The name "Опе" looks like "One"');
});

test('an invitation is printed as a link at the public URL', async () => {
  const link = await run('invite', ['--organization', 'one', '--email', 'a@one.example', '--role', 'author']);
  expect(link).toMatch(/^https:\/\/h\.example\/join\/[\w-]{43}$/);
});

test('a member gets other roles and another password, and is removed', async () => {
  const person = ['--email', 'first@one.example'];
  const of = ['--organization', 'one', ...person];
  expect(await run('roles', [...of, '--role', 'author', '--role', 'admin'])).toBe(
    'first@one.example is now author, admin in "one" and has to sign in again.',
  );
  expect(await run('password', person)).toMatch(/^Password of first@one\.example, not shown again: [\w-]{20}$/);
  await expect(run('remove', of)).rejects.toThrow('first@one.example is the last administrator of "one"');
  await expect(run('remove', ['--organization', 'one', '--email', 'no@one.example'])).rejects.toThrow(
    'There is no account for no@one.example.',
  );
});

test.each([
  [
    'an organization with an invisible character',
    'create',
    [...CREATE.slice(0, 5), 'On\u200be', ...CREATE.slice(6)],
    '--organization: write it without invisible characters',
  ],
  ['a missing option', 'create', ['--email', 'a@b.example'], 'Missing: --name, --organization, --slug'],
  ['an unknown option', 'create', ['--colour', 'red'], "Unknown option '--colour'"],
  ['a malformed slug', 'create', [...CREATE.slice(0, -1), 'Not A Slug'], '--slug must be lower case with hyphens'],
  ['a malformed address', 'create', ['--email', 'nobody', ...CREATE.slice(2)], '"nobody" is not one'],
  [
    'an invitation to a malformed address',
    'invite',
    ['--organization', 'one', '--email', 'a@b', '--role', 'author'],
    '"a@b" is not one',
  ],
  [
    'an unknown role',
    'invite',
    ['--organization', 'one', '--email', 'a@b.example', '--role', 'boss'],
    '--role must be one of',
  ],
  [
    'an unknown organization',
    'invite',
    ['--organization', 'no', '--email', 'a@b.example', '--role', 'admin'],
    'no organization "no"',
  ],
])('%s is reported', async (_what, command, args, message) => {
  await expect(run(command, args)).rejects.toThrow(message);
});

test('demo accounts are refused outside local mode', async () => {
  await expect(run('demo')).rejects.toThrow('only in local mode');
});

test('demo accounts keep the passwords stored in their data directory, in a file that only its owner can read', async () => {
  const first = await run('demo', [], LOCAL);
  expect(JSON.parse(first)).toEqual([
    { email: 'candidate@demo.localhost', password: expect.any(String), role: 'candidate' },
    { email: 'admin@demo.localhost', password: expect.any(String), role: 'administrator' },
    { email: 'manager@demo.localhost', password: expect.any(String), role: 'manager' },
    { email: 'recruiter@demo.localhost', password: expect.any(String), role: 'recruiter' },
    { email: 'reviewer@demo.localhost', password: expect.any(String), role: 'reviewer' },
  ]);
  expect(await run('demo', [], LOCAL)).toBe(first);
  expect(statSync(join(home, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
});

test('a data directory of an earlier version keeps its passwords and gets the missing ones', async () => {
  const file = join(home, 'demo-accounts.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  writeFileSync(file, JSON.stringify({ candidate: before['candidate'], admin: before['admin'] }));
  await run('demo', [], LOCAL);
  const after = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(after).toMatchObject({ candidate: before['candidate'], admin: before['admin'] });
  expect(Object.keys(after)).toEqual(['candidate', 'admin', 'manager', 'recruiter', 'reviewer']);
});

test('each demo account is a member with its role', async () => {
  const members = await dataSource.query(
    `select p.email, m.role from member m join organization o on o.id = m.organization_id
     join account_profile p on p.account_id = m.account_id where o.slug = 'demo' order by p.email`,
  );
  const member = (role: string) => ({ email: `${role}@demo.localhost`, role });
  expect(members).toEqual(['admin', 'manager', 'recruiter', 'reviewer'].map(member));
});

test('migrating again changes nothing', async () => {
  expect(await run('migrate')).toBe('The database is up to date.');
  expect(await new Database(dataSource.manager).transaction(async () => 'open')).toBe('open');
});
