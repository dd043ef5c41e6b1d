import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process id and the start time of its process. The system reuses ids; the pair is unique. */
export type ProcessMark = { readonly pid: number; readonly began: string };

function beganOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name is in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, began] = [fields[0], fields[19]];
    if (state === 'Z' || began === undefined) return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${began}`;
  } catch {
    return null;
  }
}

function beganElsewhere(pid: number): string | null {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() || null;
}

/** The mark of a running process; null if there is none with this id, or only a zombie. */
export function markOf(pid: number): ProcessMark | null {
  const began = existsSync('/proc/self/stat') ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === null ? null : { pid, began };
}

/** Whether this process still runs; a later process with the same id does not count. */
export function stillLives(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began;
}

/** Ends this process if it still runs: SIGTERM, and SIGKILL after the timeout. */
export async function end(mark: ProcessMark, timeoutMs: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!stillLives(mark)) return;
    process.kill(mark.pid, signal);
    const until = performance.now() + timeoutMs;
    while (stillLives(mark) && performance.now() < until) await pause(20);
  }
}
