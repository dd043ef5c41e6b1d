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

/** Gives the processes that one started. */
export const children = (pid) => processes().filter((each) => parentOf(each) === pid);

/** Gives a process and all that it started, and what those started. */
export function descendants(root) {
  const all = processes();
  const found = [root];
  for (const pid of found) found.push(...all.filter((each) => parentOf(each) === pid));
  return found;
}

/** Gives the bytes of a process, with each page that several processes share divided among them (PSS of smaps_rollup). */
export function sharedOutBytes(pid) {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(kilobytes) * 1024;
}
