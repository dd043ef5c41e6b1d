import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Product } from './child-environment';
import { keptSecret, openHome } from './home';
import { ProcessList } from './left-overs';
import { makeOwnDirectory, programUsers } from './program-users';
import { Supervised } from './supervised';

const isRoot = process.getuid?.() === 0;
const testAsRoot = isRoot ? test : test.skip; // -- without root every program runs as the user of the launcher

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'holdout-users-'));
  chmodSync(parent, 0o711);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(parent, { recursive: true, force: true });
});

function aProduct(workspace: string): Product {
  for (const name of ['package.json', 'dist/api/main.mjs', 'dist/grader/main.mjs']) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), '');
  }
  const settings = { publicBank: null, trialBank: null, bankDirectories: [], webRoot: null };
  return { workspace, settings, home: { directory: parent } } as unknown as Product;
}

test('a launcher that is not root runs its programs as its own user', () => {
  if (process.getuid) jest.spyOn(process, 'getuid').mockReturnValue(1000);
  expect(programUsers(aProduct(join(parent, 'checkout')))).toEqual({ api: null, grader: null });
});

testAsRoot('api and grader get a user each, and the grader owns its scratch directory alone', () => {
  const users = programUsers(aProduct(join(parent, 'checkout')));
  expect(users).toMatchObject({ api: { uid: 64530 }, grader: { uid: 64531 } });
  if (!users.grader) throw new Error('there is a user');
  mkdirSync(join(parent, 'sandbox/left-by-root'), { recursive: true });
  makeOwnDirectory(join(parent, 'sandbox'), users.grader);
  const { uid, mode } = statSync(join(parent, 'sandbox'));
  expect([uid, mode & 0o777]).toEqual([64531, 0o700]);
});

testAsRoot('in a checkout that others cannot enter both run as root, and the start says so', () => {
  const warned = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const product = aProduct(join(parent, 'closed/checkout'));
  chmodSync(join(parent, 'closed'), 0o700);
  expect(programUsers(product)).toEqual({ api: null, grader: null });
  expect(String(warned.mock.calls[0]?.[0])).toContain('runs as root');
});

testAsRoot('if a bank is closed to others, only the api runs as root; if the home is, only the grader', () => {
  const warned = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const product = aProduct(join(parent, 'checkout'));
  const closed = mkdtempSync(join(parent, 'closed-'));
  const withBank = { ...product, settings: { ...product.settings, bankDirectories: [closed] } };
  expect(programUsers(withBank)).toMatchObject({ api: null, grader: { uid: 64531 } });
  const withHome = { ...product, home: { ...product.home, directory: closed } };
  expect(programUsers(withHome)).toMatchObject({ api: { uid: 64530 }, grader: null });
  expect(warned.mock.calls.map(([text]) => String(text)).every((text) => text.includes(closed))).toBe(true);
});

testAsRoot('a program that is started as the grader cannot read the secret or list the home', async () => {
  const home = openHome(join(parent, 'home'));
  keptSecret(home);
  const script = join(parent, 'program.mjs');
  const logFile = join(home.logs, 'program.log');
  writeFileSync(
    script,
    `import { readFileSync, readdirSync } from 'node:fs';
     const tried = (work) => { try { work(); return 'allowed'; } catch (error) { return error.code; } };
     const secret = tried(() => readFileSync(process.env.HOLDOUT_HOME + '/secret'));
     console.log(process.getuid(), process.getgroups().join(), secret, tried(() => readdirSync(process.env.HOLDOUT_HOME)));`,
  );
  const user = { name: 'grader', uid: 64531, gid: 64531 };
  const environment = { ...process.env, HOLDOUT_HOME: home.directory };
  const program = { name: 'program', script, workspace: parent, environment, logFile, user };
  await new Promise<void>((resolve) => {
    const supervised = new Supervised(program, new ProcessList(home), () => resolve(supervised.stop()));
    supervised.start();
  });
  expect(readFileSync(logFile, 'utf8')).toBe('64531 64531 EACCES EACCES\n');
});
