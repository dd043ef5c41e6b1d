import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What a process was started with and where it works, as far as this user may read it. */
function tracesOf(pid) {
  const read = (get) => {
    try {
      return get();
    } catch {
      return '';
    }
  };
  const files = ['cmdline', 'environ'].map((name) => read(() => readFileSync(`/proc/${pid}/${name}`, 'utf8')));
  return [read(() => readlinkSync(`/proc/${pid}/cwd`)), ...files].join('\n').replaceAll('\0', ' ');
}

/** The processes that still belong to a product that was stopped: its home is in their environment, command or directory. */
export function leftRunning(home) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => tracesOf(pid).includes(home))
    .map((pid) => `${pid} ${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()}`);
}
