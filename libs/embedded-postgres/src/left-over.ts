import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

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
    process.kill(pid, signal);
    const until = performance.now() + (signal === 'SIGINT' ? timeoutMs : 5000);
    while (isAlive(pid) && performance.now() < until) await pause(10);
  }
}

/** Stops a server that outlived the process that started it, and removes a stale `postmaster.pid`. */
export async function stopLeftOver(dataDirectory: string): Promise<boolean> {
  const pid = findRunning(dataDirectory);
  if (pid !== null) await stopServer(pid);
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
  return pid !== null;
}
