import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A killed process that nobody has buried yet still has its number, and is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** The server of a data directory works inside it; a recycled process number does not. */
function worksIn(pid: number, dataDirectory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
  } catch {
    return false;
  }
}

/** Gives the process number of the server that runs on this data directory, or null. */
export function findRunning(dataDirectory: string): number | null {
  const file = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && worksIn(pid, dataDirectory) ? pid : null;
}

/** Ends a server by its process number: first politely (open connections are cut, all is written), at last by force. */
export async function stopServer(pid: number, patienceMs = 20_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = performance.now() + (signal === 'SIGINT' ? patienceMs : 5000);
    while (isAlive(pid) && performance.now() < until) await pause(10);
  }
}

/** Stops a server that outlived whoever started it, and clears away a lock file that belongs to nobody. */
export async function stopLeftOver(dataDirectory: string): Promise<boolean> {
  const pid = findRunning(dataDirectory);
  if (pid !== null) await stopServer(pid);
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
  return pid !== null;
}
