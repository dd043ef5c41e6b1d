import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ORPHAN_MS = 2000;

/** A zombie has a process id, but does not run. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** The server's working directory is its data directory; that of another process with a reused id is not. */
function worksIn(pid: number, dataDirectory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
  } catch {
    return false;
  }
}

/** The process id of the server that runs on this data directory; null if none does. */
export function findRunning(dataDirectory: string): number | null {
  const file = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && worksIn(pid, dataDirectory) ? pid : null;
}

/** Stops a server: SIGINT (fast shutdown), SIGQUIT after the timeout (immediate shutdown), at last SIGKILL. */
export async function stopServer(pid: number, timeoutMs = 20_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    sendTo(pid, signal);
    const until = performance.now() + (signal === 'SIGINT' ? timeoutMs : 5000);
    while (isAlive(pid) && performance.now() < until) await pause(10);
  }
}

function isServerProcess(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

/** The processes of servers that work in this data directory. Empty where there is no /proc. */
function processesOn(dataDirectory: string): readonly number[] {
  if (!existsSync('/proc/self/comm')) return [];
  const ids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return ids.filter((pid) => isServerProcess(pid) && worksIn(pid, dataDirectory) && isAlive(pid));
}

/**
 * Ends the processes of a killed server. One that computes does not notice that its server is gone: it holds the shared
 * memory until its statement ends, and no server can start on the data meanwhile. Nothing that they do can still be
 * committed.
 */
async function endOrphans(dataDirectory: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const orphans = processesOn(dataDirectory);
    for (const pid of orphans) sendTo(pid, signal);
    const until = performance.now() + ORPHAN_MS;
    while (orphans.some(isAlive) && performance.now() < until) await pause(10);
  }
}

function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended since it was found.
  }
}

/**
 * Stops a server that outlived the process that started it, ends what a killed one left running, and removes a stale
 * `postmaster.pid`: its process id may be that of another process by now.
 */
export async function stopLeftOver(dataDirectory: string): Promise<boolean> {
  const pid = findRunning(dataDirectory);
  if (pid !== null) await stopServer(pid);
  await endOrphans(dataDirectory);
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
  return pid !== null;
}
