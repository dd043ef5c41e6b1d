import { readFileSync, readdirSync } from 'node:fs';

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  } catch {
    return 0;
  }
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** The child processes of a process. */
export const children = (pid) => processes().filter((each) => parentOf(each) === pid);

/** A process and all its descendants. */
export function descendants(root) {
  const all = processes();
  const found = [root];
  for (const pid of found) found.push(...all.filter((each) => parentOf(each) === pid));
  return found;
}

/** The memory of a process in bytes; each shared page is divided among its users (PSS of smaps_rollup). */
export function sharedOutBytes(pid) {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(kilobytes) * 1024;
}
