import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { FileCgroups } from './cgroup-files';
import { cgroupV1, cgroupV2 } from './find-cgroups';

/** A fake cgroup tree of plain files, so that both versions are tested on every machine. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(`${tmpdir()}/cgroup-tree-`);
  for (const controller of ['memory', 'pids']) mkdirSync(`${root}/${controller}`);
});
afterEach(() => rmSync(root, { recursive: true }));

const limits = { memoryBytes: 64 << 20, processes: 7 };
const read = (path: string): string => readFileSync(path, 'utf8');

test('version 1 makes a group in each hierarchy', () => {
  const cgroups = new FileCgroups(cgroupV1, { memory: `${root}/memory`, pids: `${root}/pids` }, undefined);
  const group = cgroups.make('box', limits);
  const [memory = '', pids = ''] = cgroups.folders;
  expect(read(`${memory}/box/memory.limit_in_bytes`)).toBe(String(64 << 20));
  expect(read(`${pids}/box/pids.max`)).toBe('7');
  group.limitMemory(32 << 20);
  expect(read(`${memory}/box/memory.limit_in_bytes`)).toBe(String(32 << 20));
  writeFileSync(`${memory}/box/memory.max_usage_in_bytes`, '123\n');
  writeFileSync(`${memory}/box/memory.oom_control`, 'oom_kill_disable 0\nunder_oom 0\noom_kill 2\n');
  expect(group.usage()).toEqual({ peakBytes: 123, oomKills: 2 });
});

test('version 2 makes one group, which is OOM-killed as a whole', () => {
  const cgroups = new FileCgroups(cgroupV2, { memory: root, pids: root }, undefined);
  const group = cgroups.make('box', limits);
  const [folder = ''] = cgroups.folders;
  expect(cgroups.folders).toHaveLength(1);
  expect(read(`${folder}/cgroup.subtree_control`)).toBe('+memory +pids');
  expect(readdirSync(`${folder}/box`).sort()).toEqual([
    'memory.max',
    'memory.oom.group',
    'memory.swap.max',
    'pids.max',
  ]);
  writeFileSync(`${folder}/box/memory.events`, 'low 0\noom 1\noom_kill 1\noom_group_kill 0\n');
  writeFileSync(`${folder}/box/memory.peak`, '456\n');
  expect(group.usage()).toEqual({ peakBytes: 456, oomKills: 1 });
});

test('a memory limit of zero is raised to what a process needs to start', () => {
  const cgroups = new FileCgroups(cgroupV2, { memory: root, pids: root }, undefined);
  cgroups.make('box', { ...limits, memoryBytes: 0 });
  expect(Number(read(`${cgroups.folders[0] ?? ''}/box/memory.max`))).toBe(16 << 20);
});

test('removes groups of exited processes at start, and keeps those of running processes and of others', () => {
  const dead = 4_194_305;
  for (const name of [`holdout-${dead}-1`, `holdout-${process.ppid}-1`, 'system.slice'])
    mkdirSync(`${root}/memory/${name}`);
  new FileCgroups(cgroupV1, { memory: `${root}/memory`, pids: `${root}/pids` }, undefined);
  expect(existsSync(`${root}/memory/holdout-${dead}-1`)).toBe(false);
  expect(existsSync(`${root}/memory/holdout-${process.ppid}-1`)).toBe(true);
  expect(existsSync(`${root}/memory/system.slice`)).toBe(true);
});
