import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { findCgroups } from './find-cgroups';

/** A made-up tree, since a machine has one version and this one may not be another's. */
let mount: string;
beforeEach(() => (mount = mkdtempSync(`${tmpdir()}/cgroup-mount-`)));
afterEach(() => rmSync(mount, { recursive: true }));

function found(membership: string): { readonly kind: string; readonly told: readonly string[] } {
  const told: string[] = [];
  writeFileSync(`${mount}/membership`, membership);
  const tree = { mount, membership: `${mount}/membership` };
  const { kind } = findCgroups(undefined, (event) => told.push(event), tree);
  return { kind, told };
}

function aFolder(path: string, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(`${mount}/${path}`, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${mount}/${path}/${name}`, text);
}

test('version 1 is used where its memory hierarchy is', () => {
  aFolder('memory/service', { 'memory.limit_in_bytes': '1' });
  aFolder('pids');
  expect(found('4:memory:/service\n8:pids:/\n').kind).toBe('v1');
});

test('version 2 is used where memory is delegated, and we move out of the way of our boxes', () => {
  aFolder('service', { 'cgroup.controllers': 'cpu memory pids\n' });
  expect(found('0::/service\n').kind).toBe('v2');
  expect(readFileSync(`${mount}/service/holdout-service/cgroup.procs`, 'utf8')).toBe(String(process.pid));
  expect(readFileSync(`${mount}/service/cgroup.subtree_control`, 'utf8')).toBe('+memory +pids');
});

test.each([
  ['there are none', (): void => undefined],
  ['memory is not delegated', (): void => aFolder('service', { 'cgroup.controllers': 'cpu pids\n' })],
])('none is used where %s', (_what, prepare) => {
  prepare();
  expect(found('0::/service\n')).toEqual({ kind: 'none', told: [] });
});

test('none is used where they may not be made, and the log says why', () => {
  // A file in the place of the folder that we would make stands for a refusal.
  aFolder('service', { 'cgroup.controllers': 'memory pids\n', 'holdout-service': '' });
  expect(found('0::/service\n')).toEqual({ kind: 'none', told: ['control groups cannot be used'] });
});
