import type { Profile, ProfileReport } from '@holdout/sandbox';
import { renderDiagnosis } from './doctor';
import { type Findings, remediesFor } from './remedies';

const aReport = (profile: Profile, missing: readonly string[] = []): ProfileReport => ({
  profile,
  usable: missing.length === 0,
  missing,
  isolation: missing.length === 0 ? ['read-only root'] : [],
  versions: {},
});

const HEALTHY: Findings = {
  platform: 'linux',
  packages: [],
  kernel: { apparmorRestricts: true, cloneForbidden: false, noNamespaces: false },
  profiles: [aReport('python'), aReport('postgresql')],
};

const linesFor = (changes: Partial<Findings>) => remediesFor({ ...HEALTHY, ...changes }).map(({ run }) => run);

test('a kernel setting that already allows namespaces is not mentioned', () => {
  expect(linesFor({})).toEqual([]);
});

test('missing packages come with the command that installs them', () => {
  expect(linesFor({ packages: ['python3-numpy', 'python3-scipy'] })).toEqual([
    'sudo apt-get install -y --no-install-recommends python3-numpy python3-scipy',
  ]);
});

test('kernel settings that forbid a box come with the commands that change them', () => {
  const kernel = { apparmorRestricts: true, cloneForbidden: true, noNamespaces: true };
  expect(linesFor({ kernel, profiles: [aReport('python', ['no namespace'])] })).toEqual([
    'sudo sysctl -w user.max_user_namespaces=15000',
    'sudo sysctl -w kernel.unprivileged_userns_clone=1',
    'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  ]);
});

test('if only PostgreSQL does not start, npm ci is suggested', () => {
  const profiles = [aReport('python'), aReport('postgresql', ['no server'])];
  expect(linesFor({ kernel: { ...HEALTHY.kernel, apparmorRestricts: false }, profiles })).toEqual(['npm ci']);
});

test('on a system other than Linux the advice is to use a container', () => {
  expect(linesFor({ platform: 'darwin' })).toEqual(['docker compose up']);
});

test('a diagnosis shows the isolation of each profile, or why it is not usable, and commands', () => {
  const diagnosis = {
    usable: false,
    machine: { platform: 'linux', kernel: '6.1', node: '24.0.0' },
    profiles: [aReport('python'), aReport('postgresql', ['there is no server'])],
    remedies: [{ why: 'It is gone', run: 'npm ci' }],
  };
  expect(renderDiagnosis(diagnosis)).toBe(
    'This machine cannot grade everything. (linux 6.1, Node.js 24.0.0)\n\npython: usable\n  isolation: read-only root\n\n' +
      'postgresql: not usable\n  reason: there is no server\n\nIt is gone:\n  npm ci\n',
  );
});
