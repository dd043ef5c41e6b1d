import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { stopLeftOver, stopServer } from './left-over';
import type { ServerUser } from './server-user';

export type ClusterFiles = {
  readonly binaries: string;
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly user: ServerUser | null;
  readonly password: string;
  /** Runs initdb without fsync, for data that may be lost. */
  readonly isScratch?: boolean;
};

export type Cluster = {
  /** Address of the maintenance database, as the superuser. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has exited, for any reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const SUPERUSER = 'postgres';

/** PostgreSQL's built-in locale: the same on every machine, with upper and lower case beyond ASCII. */
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

function asUser(user: ServerUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function makeDirectory(path: string, user: ServerUser | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (user) chownSync(path, user.uid, user.gid);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}

async function runInitdb(files: ClusterFiles, directory: string): Promise<void> {
  const passwordFile = join(directory, '..', `.initdb-${process.pid}`);
  writeFileSync(passwordFile, files.password, { mode: 0o600 });
  if (files.user) chownSync(passwordFile, files.user.uid, files.user.gid);
  const log = openSync(files.logFile, 'a', 0o600);
  try {
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
    const child = spawn(join(files.binaries, 'bin/initdb'), ['-D', directory, ...options], {
      ...asUser(files.user),
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    if ((await exitOf(child)) !== 0) throw new Error(`initdb failed; see ${files.logFile}`);
  } finally {
    closeSync(log);
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

function spawnServer(files: ClusterFiles, port: number, settings: Readonly<Record<string, string>>): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(files.logFile, 'a', 0o600);
  try {
    // Detached: Ctrl-C in the terminal must reach only the launcher, which stops the server last.
    return spawn(join(files.binaries, 'bin/postgres'), ['-D', files.dataDirectory, ...options], {
      ...asUser(files.user),
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function becomesReady(url: string, child: ChildProcess, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    if (await answers(url)) return true;
    await pause(25);
  }
  return false;
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
}

type StartOptions = { readonly port: number; readonly settings?: Readonly<Record<string, string>> };

/**
 * Starts the server on an initialised data directory and waits until it accepts connections.
 *
 * A server that outlived a killed launcher is stopped first. Its last child processes may still hold the shared memory,
 * so a start that fails is retried for ten seconds.
 */
export async function startCluster(files: ClusterFiles, { port, settings = {} }: StartOptions): Promise<Cluster> {
  const url = `postgresql://${SUPERUSER}:${files.password}@127.0.0.1:${port}/postgres`;
  const until = performance.now() + 10_000;
  for (;;) {
    await stopLeftOver(files.dataDirectory);
    const child = spawnServer(files, port, settings);
    const exit = exitOf(child);
    const ended = exit.then(
      () => undefined,
      () => undefined,
    );
    const pid = child.pid;
    if (pid !== undefined && (await becomesReady(url, child, 60_000))) {
      return { url, port, pid, ended, stop: () => stopServer(pid).then(() => ended) };
    }
    if (pid !== undefined && child.exitCode === null) await stopServer(pid, 1000);
    if (performance.now() > until) throw new Error(`The database did not start:\n${lastLines(files.logFile)}`);
    await pause(250);
  }
}
