import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FileCgroups } from './cgroup-files';
import type { CgroupDialect } from './cgroup-files';
import { noCgroups } from './cgroups';
import type { Cgroups } from './cgroups';
import type { SandboxLog, UserIds } from '../options';

export const cgroupV1: CgroupDialect = {
  kind: 'v1',
  members: 'tasks',
  memoryLimit: 'memory.limit_in_bytes',
  peak: 'memory.max_usage_in_bytes',
  events: 'memory.oom_control',
  fixed: {},
};

export const cgroupV2: CgroupDialect = {
  kind: 'v2',
  members: 'cgroup.procs',
  memoryLimit: 'memory.max',
  peak: 'memory.peak',
  events: 'memory.events',
  fixed: { 'memory.oom.group': '1', 'memory.swap.max': '0' },
};

/** Where the kernel shows its control groups, and which of them this process is in. */
export type CgroupTree = { readonly mount: string; readonly membership: string };

const KERNEL: CgroupTree = { mount: '/sys/fs/cgroup', membership: '/proc/self/cgroup' };

/**
 * The control groups that this process may make, tried by making one; none where it may not. They are handed to the
 * owner, as whom boxes join them, where that is somebody else.
 */
export function findCgroups(owner: UserIds | undefined, log: SandboxLog, tree: CgroupTree = KERNEL): Cgroups {
  for (const attempt of [() => makeV1(tree, owner), () => makeV2(tree, owner)]) {
    try {
      const found = attempt();
      if (found) return found;
    } catch (error) {
      log('control groups cannot be used', { reason: String(error) });
    }
  }
  return noCgroups;
}

function makeV1(tree: CgroupTree, owner: UserIds | undefined): Cgroups | undefined {
  const places = { memory: ownFolder(tree, 'memory'), pids: ownFolder(tree, 'pids') };
  if (!existsSync(`${places.memory}/memory.limit_in_bytes`)) return undefined;
  return tried(new FileCgroups(cgroupV1, places, owner));
}

/** Version 2 wants no process in a group that has children with limits, so we move out of the way first. */
function makeV2(tree: CgroupTree, owner: UserIds | undefined): Cgroups | undefined {
  const own = `${tree.mount}${ownPath(tree, '')}`;
  if (!readIfThere(`${own}/cgroup.controllers`).includes('memory')) return undefined;
  mkdirSync(`${own}/holdout-service`, { recursive: true });
  writeFileSync(`${own}/holdout-service/cgroup.procs`, String(process.pid));
  writeFileSync(`${own}/cgroup.subtree_control`, '+memory +pids');
  return tried(new FileCgroups(cgroupV2, { memory: own, pids: own }, owner));
}

function tried(cgroups: FileCgroups): Cgroups {
  void cgroups.make('trial', { memoryBytes: 1 << 26, processes: 4 }).remove();
  return cgroups;
}

function ownFolder(tree: CgroupTree, controller: string): string {
  const nested = `${tree.mount}/${controller}${ownPath(tree, controller)}`;
  return existsSync(nested) ? nested : `${tree.mount}/${controller}`;
}

/** The path of our own group, so that a limit set on us holds for our boxes too. */
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
