import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FileCgroups } from './cgroup-files';
import type { CgroupDialect } from './cgroup-files';
import { noCgroups } from './cgroups';
import type { Cgroups } from './cgroups';
import type { SandboxLog, UserIds } from '../options';

/** The file names of version 1. */
export const cgroupV1: CgroupDialect = {
  kind: 'v1',
  members: 'tasks',
  memoryLimit: 'memory.limit_in_bytes',
  peak: 'memory.max_usage_in_bytes',
  events: 'memory.oom_control',
  fixed: {},
};

/** The file names of version 2. */
export const cgroupV2: CgroupDialect = {
  kind: 'v2',
  members: 'cgroup.procs',
  memoryLimit: 'memory.max',
  peak: 'memory.peak',
  events: 'memory.events',
  fixed: { 'memory.oom.group': '1', 'memory.swap.max': '0' },
};

/** Where cgroups are mounted, and the file that lists the groups of this process. */
export type CgroupTree = { readonly mount: string; readonly membership: string };

const KERNEL: CgroupTree = { mount: '/sys/fs/cgroup', membership: '/proc/self/cgroup' };

/**
 * Finds a cgroup version that this process may use, by creating a group; `noCgroups` if none works. The groups are
 * chowned to `owner`, because boxes join them as that user.
 */
export function findCgroups(owner: UserIds | undefined, log: SandboxLog, tree: CgroupTree = KERNEL): Cgroups {
  for (const attempt of [() => makeV1(tree, owner), () => makeV2(tree, owner)]) {
    try {
      const found = attempt();
      if (found) return found;
    } catch (error) {
      log('cgroups are unavailable', { reason: String(error) });
    }
  }
  return noCgroups;
}

function makeV1(tree: CgroupTree, owner: UserIds | undefined): Cgroups | undefined {
  const places = { memory: ownFolder(tree, 'memory'), pids: ownFolder(tree, 'pids') };
  if (!existsSync(`${places.memory}/memory.limit_in_bytes`)) return undefined;
  return probed(new FileCgroups(cgroupV1, places, owner));
}

/**
 * Version 2 forbids processes in a group whose children have limits ("no internal processes"), so this process first
 * moves into a leaf group.
 */
function makeV2(tree: CgroupTree, owner: UserIds | undefined): Cgroups | undefined {
  const own = `${tree.mount}${ownPath(tree, '')}`;
  if (!readIfThere(`${own}/cgroup.controllers`).includes('memory')) return undefined;
  mkdirSync(`${own}/holdout-service`, { recursive: true });
  writeFileSync(`${own}/holdout-service/cgroup.procs`, String(process.pid));
  writeFileSync(`${own}/cgroup.subtree_control`, '+memory +pids');
  return probed(new FileCgroups(cgroupV2, { memory: own, pids: own }, owner));
}

function probed(cgroups: FileCgroups): Cgroups {
  void cgroups.make('probe', { memoryBytes: 1 << 26, processes: 4 }).remove();
  return cgroups;
}

function ownFolder(tree: CgroupTree, controller: string): string {
  const nested = `${tree.mount}/${controller}${ownPath(tree, controller)}`;
  return existsSync(nested) ? nested : `${tree.mount}/${controller}`;
}

/** The path of this process's own group: groups below it also count towards a limit set on this process. */
function ownPath({ membership }: CgroupTree, controller: string): string {
  const line = readIfThere(membership)
    .split('\n')
    .find((text) => text.split(':')[1] === controller);
  const path = line?.split(':').slice(2).join(':') ?? '/';
  return path === '/' ? '' : path;
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
