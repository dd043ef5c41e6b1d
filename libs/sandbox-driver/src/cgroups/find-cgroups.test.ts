import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { findCgroups } from './find-cgroups';

/** A fake cgroup mount: a machine has only one version, but both must be tested on each. */
let mount: string;
beforeEach(() => (mount = mkdtempSync(`${tmpdir()}/cgroup-mount-`)));
afterEach(() => rmSync(mount, { recursive: true }));

function found(membership: string): { readonly kind: string; readonly logged: readonly string[] } {
  const logged: string[] = [];
  writeFileSync(`${mount}/membership`, membership);
  const tree = { mount, membership: `${mount}/membership` };
  const { kind } = findCgroups(undefined, (event) => logged.push(event), tree);
  return { kind, logged };
}

function aFolder(path: string, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(`${mount}/${path}`, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${mount}/${path}/${name}`, text);
}

test('uses version 1 if the memory hierarchy is mounted', () => {
  aFolder('memory/service', { 'memory.limit_in_bytes': '1' });
  aFolder('pids');
  expect(found('4:memory:/service\n8:pids:/\n').kind).toBe('v1');
});

test('uses version 2 if memory is delegated, and moves this process into a leaf group', () => {
  aFolder('service', { 'cgroup.controllers': 'cpu memory pids\n' });
  expect(found('0::/service\n').kind).toBe('v2');
  expect(readFileSync(`${mount}/service/holdout-service/cgroup.procs`, 'utf8')).toBe(String(process.pid));
  expect(readFileSync(`${mount}/service/cgroup.subtree_control`, 'utf8')).toBe('+memory +pids');
});

test.each([
  ['there are none', (): void => undefined],
  ['memory is not delegated', (): void => aFolder('service', { 'cgroup.controllers': 'cpu pids\n' })],
])('uses none if %s', (_what, prepare) => {
  prepare();
  expect(found('0::/service\n')).toEqual({ kind: 'none', logged: [] });
});

test('uses none if creating a group fails, and logs the reason', () => {
  // A file with the name of the directory makes mkdir fail.
  aFolder('service', { 'cgroup.controllers': 'memory pids\n', 'holdout-service': '' });
  expect(found('0::/service\n')).toEqual({ kind: 'none', logged: ['cgroups are unavailable'] });
});
