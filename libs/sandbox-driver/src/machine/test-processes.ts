import { readFileSync, readdirSync } from 'node:fs';

/** Processes started by the given one. */
export function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1] === String(pid))
    .map(Number);
}

/** Our own children that run the file of that name. */
export function childrenNamed(file: string): readonly number[] {
  return childrenOf(process.pid).filter((pid) => read(`/proc/${pid}/cmdline`).includes(file));
}

/** The processes that fork boxes: each is the only child of one that we started. */
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
