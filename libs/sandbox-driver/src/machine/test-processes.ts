import { readFileSync, readdirSync } from 'node:fs';

/** Pids of the direct children of a process. */
export function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1] === String(pid))
    .map(Number);
}

/** Pids of our own direct children that run the file with that name. */
export function childrenNamed(file: string): readonly number[] {
  return childrenOf(process.pid).filter((pid) => read(`/proc/${pid}/cmdline`).includes(file));
}

/** Pids of the processes that fork boxes: each is the only child of a launcher process that we started. */
export function zygotes(): readonly number[] {
  return childrenNamed('zygote.py').flatMap((outer) => childrenOf(outer));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
