import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SUPERUSER } from './cluster';
import { type ClusterFiles, exitOf, spawnProgram } from './server-process';
import type { ServerUser } from './server-user';

/** PostgreSQL's built-in locale: the same on every machine, with upper and lower case beyond ASCII. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

function makeDirectory(path: string, user: ServerUser | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (user) chownSync(path, user.uid, user.gid);
}

async function runInitdb(files: ClusterFiles, directory: string): Promise<void> {
  const passwordFile = join(directory, '..', `.initdb-${process.pid}`);
  writeFileSync(passwordFile, files.password, { mode: 0o600 });
  if (files.user) chownSync(passwordFile, files.user.uid, files.user.gid);
  const options = [
    '-A',
    'scram-sha-256',
    '-U',
    SUPERUSER,
    '-E',
    'UTF8',
    ...LOCALE,
    `--pwfile=${passwordFile}`,
    ...(files.isScratch ? ['--no-sync'] : []),
  ];
  try {
    const code = await exitOf(spawnProgram('initdb', ['-D', directory, ...options], files));
    if (code !== 0) throw new Error(`initdb failed; see ${files.logFile}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Creates the data directory if it is missing: runs initdb in a temporary directory, then renames it atomically. */
export async function initialise(files: ClusterFiles): Promise<void> {
  if (existsSync(join(files.dataDirectory, 'PG_VERSION'))) return;
  const unfinished = `${files.dataDirectory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(files.dataDirectory), { recursive: true });
  makeDirectory(unfinished, files.user);
  await runInitdb(files, unfinished);
  rmSync(files.dataDirectory, { recursive: true, force: true });
  renameSync(unfinished, files.dataDirectory);
}
