import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process number and when that process began: numbers are given out again, pairs are not. */
export type ProcessMark = { readonly pid: number; readonly began: string };

function beganOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may itself hold spaces and brackets.
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

/** Gives the mark of a living process, or null when there is none with this number. */
export function markOf(pid: number): ProcessMark | null {
  const began = existsSync('/proc/self/stat') ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === null ? null : { pid, began };
}

/** Tells whether that very process, and no later one with its number, still lives. */
export function stillLives(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began;
}

/** Ends that very process if it still lives: politely, then by force. */
export async function end(mark: ProcessMark, patienceMs: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!stillLives(mark)) return;
    process.kill(mark.pid, signal);
    const until = performance.now() + patienceMs;
    while (stillLives(mark) && performance.now() < until) await pause(20);
  }
}
