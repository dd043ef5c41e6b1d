import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FileCgroups } from './cgroup-files';
import type { CgroupDialect } from './cgroup-files';
import { noCgroups } from './cgroups';
import type { Cgroups } from './cgroups';
import { isRoot } from './options';
import type { SandboxLog, UserIds } from './options';

export const cgroupV1: CgroupDialect = {
  kind: 'v1',
  memoryLimit: 'memory.limit_in_bytes',
  peak: 'memory.max_usage_in_bytes',
  events: 'memory.oom_control',
  fixed: {},
};

export const cgroupV2: CgroupDialect = {
  kind: 'v2',
  memoryLimit: 'memory.max',
  peak: 'memory.peak',
  events: 'memory.events',
  fixed: { 'memory.oom.group': '1', 'memory.swap.max': '0' },
};

const MOUNT = '/sys/fs/cgroup';

/** The control groups that this process may make, tried by making one; none where it may not. */
export function findCgroups(unprivileged: UserIds, log: SandboxLog): Cgroups {
  const owner = isRoot() ? unprivileged : undefined;
  for (const attempt of [() => makeV1(owner), () => makeV2(owner)]) {
    try {
      const found = attempt();
      if (found) return found;
    } catch (error) {
      log('control groups cannot be used', { reason: String(error) });
    }
  }
  return noCgroups;
}

function makeV1(owner: UserIds | undefined): Cgroups | undefined {
  const places = { memory: ownFolder('memory'), pids: ownFolder('pids') };
  if (!existsSync(`${places.memory}/memory.limit_in_bytes`)) return undefined;
  return tried(new FileCgroups(cgroupV1, places, owner));
}

/** Version 2 wants no process in a group that has children with limits, so we move out of the way first. */
function makeV2(owner: UserIds | undefined): Cgroups | undefined {
  const own = `${MOUNT}${ownPath('')}`;
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

function ownFolder(controller: string): string {
  const nested = `${MOUNT}/${controller}${ownPath(controller)}`;
  return existsSync(nested) ? nested : `${MOUNT}/${controller}`;
}

/** The path of our own group, so that a limit set on us holds for our boxes too. */
function ownPath(controller: string): string {
  const line = readIfThere('/proc/self/cgroup')
    .split('\n')
    .find((text) => text.split(':')[1] === controller);
  const path = line?.split(':').slice(2).join(':') ?? '/';
  return path === '/' ? '' : path;
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
