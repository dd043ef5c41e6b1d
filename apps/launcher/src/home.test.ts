import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from './failure';
import { keptSecret, openHome } from './home';
import { findHolder, takeHome } from './lock';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'holdout-home-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

test('the secret is generated once, is long, and only its owner can read it', () => {
  const home = openHome(join(parent, 'home'));
  const secret = keptSecret(home);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(keptSecret(openHome(join(parent, 'home')))).toBe(secret);
  expect(statSync(home.secretFile).mode & 0o777).toBe(0o600);
});

test('a home that is not writable is named with the reason', () => {
  writeFileSync(join(parent, 'file'), '');
  expect(() => openHome(join(parent, 'file', 'home'))).toThrow(StartFailure);
});

test('a home is locked by one launcher at a time; a second one gets the address of the first', () => {
  const home = openHome(join(parent, 'home'));
  const release = takeHome(home, 'http://127.0.0.1:3000');
  expect(() => takeHome(home, 'http://127.0.0.1:3001')).toThrow(/already running on .*: http:\/\/127\.0\.0\.1:3000/);
  release();
  expect(findHolder(home)).toBeNull();
  takeHome(home, 'http://127.0.0.1:3001')();
});

test('the lock file of a killed launcher does not lock the home, and no other file is left behind', () => {
  const home = openHome(join(parent, 'home'));
  writeFileSync(home.lockFile, JSON.stringify({ pid: process.pid, began: 'long ago', address: 'http://127.0.0.1:1' }));
  expect(findHolder(home)).toBeNull();
  takeHome(home, 'http://127.0.0.1:3000')();
  expect(readdirSync(home.directory)).toEqual(['logs']);
});
