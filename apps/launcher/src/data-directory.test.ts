import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDirectory, refuseMissingData, storedDirectory } from './data-directory';
import { openHome } from './home';
import { endLeftOvers, ProcessList } from './left-overs';
import { findHolder, takeHome } from './lock';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'holdout-data-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const at = (name: string): string => join(parent, name);

test('an absolute path that an earlier version stored for data in the home follows the home', () => {
  expect(storedDirectory('/srv/old/.holdout/postgres')).toBe('postgres');
  expect(storedDirectory('postgres')).toBe('postgres');
  expect(storedDirectory('/var/lib/holdout/abc/postgres')).toBe('/var/lib/holdout/abc/postgres');
});

test('data that is missing is not created again, and the message names both places', () => {
  const home = openHome(at('home'));
  expect(() => refuseMissingData(home, '/srv/old/.holdout/postgres', null)).toThrow(
    `it should be in ${at('home/postgres')}, and was created in /srv/old/.holdout/postgres`,
  );
  expect(existsSync(at('home/postgres'))).toBe(false);
});

test('data outside of all homes belongs to one of them: a copy is refused while the original exists, a move is not', () => {
  const data = at('shared/abc/postgres');
  mkdirSync(data, { recursive: true });
  claimDirectory(openHome(at('home')), data);
  claimDirectory(openHome(at('home')), data);
  cpSync(at('home'), at('copy'), { recursive: true });
  expect(() => claimDirectory(openHome(at('copy')), data)).toThrow(`belongs to ${at('home')}`);
  renameSync(at('home'), at('moved'));
  claimDirectory(openHome(at('moved')), data);
  expect(() => claimDirectory(openHome(at('copy')), data)).toThrow(`belongs to ${at('moved')}`);
  rmSync(at('moved'), { recursive: true });
  claimDirectory(openHome(at('copy')), data);
});

test('a copied home is neither locked by the launcher of the original nor ends its processes', async () => {
  const home = openHome(at('home'));
  const release = takeHome(home, 'http://127.0.0.1:3000');
  // This process stands for the api of the original; ending it would end the tests.
  new ProcessList(home).remember('api', process.pid);
  cpSync(at('home'), at('copy'), { recursive: true });
  const copy = openHome(at('copy'));
  expect(findHolder(home)).toMatchObject({ pid: process.pid });
  expect(findHolder(copy)).toBeNull();
  await endLeftOvers(copy);
  takeHome(copy, 'http://127.0.0.1:3001')();
  release();
});
