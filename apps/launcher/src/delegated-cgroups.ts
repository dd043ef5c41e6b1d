import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { markOf } from './process-mark';
import type { ProgramUser } from './program-users';

const MOUNT = '/sys/fs/cgroup';
const CONTROLLERS = ['memory', 'pids'];
const MEMBERS = ['tasks', 'cgroup.procs'];
const NAME = /^holdout-grader-(\d+)$/;

/** The group of this process in a hierarchy of version 1; null if there is none. */
function ownFolder(controller: string): string | null {
  const line = readFileSync('/proc/self/cgroup', 'utf8')
    .split('\n')
    .find((text) => text.split(':')[1] === controller);
  if (line === undefined) return null;
  const path = line.split(':').slice(2).join(':');
  const folder = `${MOUNT}/${controller}${path === '/' ? '' : path}`;
  return existsSync(`${folder}/tasks`) ? folder : null;
}

function removeTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeTree(`${folder}/${entry.name}`);
  }
  rmdirSync(folder);
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || markOf(Number(pid)) !== null) continue;
    try {
      removeTree(`${folder}/${name}`);
    } catch {
      // EBUSY, while a process in it is exiting: the next start removes it.
    }
  }
}

/**
 * Makes a group below our own in which this user may make groups for boxes, as root itself could, and gives the function
 * that puts a process into it. Null if that is not possible: boxes are then limited by their address space. Version 2
 * is left to `Delegate=` of systemd, because a group that contains processes cannot hand out controllers.
 */
export function delegateCgroups({ uid, gid }: ProgramUser): ((pid: number) => void) | null {
  try {
    const folders = CONTROLLERS.map((controller) => {
      const own = ownFolder(controller);
      if (own === null) throw new Error(`There is no group of ${controller}.`);
      sweep(own);
      const folder = `${own}/holdout-grader-${process.pid}`;
      mkdirSync(folder, { recursive: true });
      for (const path of ['', ...MEMBERS.map((name) => `/${name}`)]) chownSync(`${folder}${path}`, uid, gid);
      return folder;
    });
    return (pid) => {
      for (const folder of folders) writeFileSync(`${folder}/cgroup.procs`, String(pid));
    };
  } catch {
    return null;
  }
}
