import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { stopLeftOver, stopServer } from './left-over';
import { NotStarted, placeInLog, startFailure } from './not-started';
import { type ClusterFiles, exitOf, spawnProgram } from './server-process';

export type Cluster = {
  /** Address of the maintenance database, as the superuser. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has exited, for any reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

export const SUPERUSER = 'postgres';

/** How long a server that says nothing is waited for. One that says that it recovers its data is not hurried. */
const SILENCE_MS = 60_000;
/** The last processes of an earlier server may still be ending. */
const LEFT_OVER_MS = 10_000;
/** SQLSTATE of a server that starts up, recovers or shuts down. */
const CANNOT_CONNECT_NOW = '57P03';

type StartOptions = {
  readonly port: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Ends a start in progress; it then rejects. */
  readonly signal?: AbortSignal;
};

function spawnServer(files: ClusterFiles, { port, settings = {} }: StartOptions): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawnProgram('postgres', ['-D', files.dataDirectory, ...options], files);
}

type Answer = 'ready' | 'starting' | 'none';

async function ask(url: string): Promise<Answer> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    return (error as { code?: string }).code === CANNOT_CONNECT_NOW ? 'starting' : 'none';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A recovery may take longer than any limit, and one that is ended begins again from its start. */
async function becomesReady(url: string, child: ChildProcess, signal: AbortSignal | undefined): Promise<boolean> {
  let until = performance.now() + SILENCE_MS;
  while (child.exitCode === null && child.signalCode === null && performance.now() < until && !signal?.aborted) {
    const answer = await ask(url);
    if (answer === 'ready') return true;
    if (answer === 'starting') until = performance.now() + SILENCE_MS;
    await pause(25);
  }
  return false;
}

/** One start; null if the server did not accept connections, and no longer runs. */
async function startOnce(files: ClusterFiles, options: StartOptions): Promise<Cluster | null> {
  const { port, signal } = options;
  const url = `postgresql://${SUPERUSER}:${files.password}@127.0.0.1:${port}/postgres`;
  const child = spawnServer(files, options);
  const ended = exitOf(child).then(
    () => undefined,
    () => undefined,
  );
  const { pid } = child;
  if (pid === undefined) return null;
  if (await becomesReady(url, child, signal)) {
    return { url, port, pid, ended, stop: () => stopServer(pid).then(() => ended) };
  }
  if (child.exitCode === null && child.signalCode === null) await stopServer(pid, 1000);
  await ended;
  return null;
}

/**
 * Starts the server on an initialised data directory and waits until it accepts connections. What an earlier server left
 * running is ended first. Rejects with `NotStarted`, which says why.
 */
export async function startCluster(files: ClusterFiles, options: StartOptions): Promise<Cluster> {
  const until = performance.now() + LEFT_OVER_MS;
  for (;;) {
    await stopLeftOver(files.dataDirectory);
    const place = placeInLog(files.logFile);
    const cluster = await startOnce(files, options);
    if (cluster) return cluster;
    const failure = startFailure(files.logFile, place, files.dataDirectory);
    const isWorthwhile = failure.why === 'left over' && performance.now() < until && !options.signal?.aborted;
    if (!isWorthwhile) throw new NotStarted(failure);
    await pause(250);
  }
}
