import { readFileSync } from 'node:fs';
import { cpuMs } from './cpu.mjs';
import { descendants } from './memory.mjs';

const TICK_MS = 10;

/** CPU time of a process with all its children, also those that have ended, in milliseconds. */
function treeMs(root) {
  const own = descendants(root).map((pid) => {
    try {
      return cpuMs(pid);
    } catch {
      return 0;
    }
  });
  const fields = readFileSync(`/proc/${root}/stat`, 'utf8').split(') ')[1].split(' ');
  return own.reduce((sum, ms) => sum + ms, 0) + (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/** The CPU time that each part has used so far. */
export const usedMs = ({ apis, postgres }) => ({
  api: apis.reduce((sum, pid) => sum + cpuMs(pid), 0),
  postgres: treeMs(postgres),
  load: cpuMs('self'),
});

/** What each part used for one save, in microseconds. */
export function perSave(before, after, saves) {
  return Object.fromEntries(Object.keys(before).map((part) => [part, ((after[part] - before[part]) * 1000) / saves]));
}

/** Resident memory of a process in MB. */
export const residentMb = (pid) =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
