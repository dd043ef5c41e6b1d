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

test('a setting that hinders nobody is left alone', () => {
  expect(linesFor({})).toEqual([]);
});

test('what is not installed comes with the line that installs it', () => {
  expect(linesFor({ packages: ['python3-numpy', 'python3-scipy'] })).toEqual([
    'sudo apt-get install -y --no-install-recommends python3-numpy python3-scipy',
  ]);
});

test('where no box can be made, the settings that forbid it come with the lines that change them', () => {
  const kernel = { apparmorRestricts: true, cloneForbidden: true, noNamespaces: true };
  expect(linesFor({ kernel, profiles: [aReport('python', ['no namespace'])] })).toEqual([
    'sudo sysctl -w user.max_user_namespaces=15000',
    'sudo sysctl -w kernel.unprivileged_userns_clone=1',
    'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  ]);
});

test('a server that alone does not start is installed again', () => {
  const profiles = [aReport('python'), aReport('postgresql', ['no server'])];
  expect(linesFor({ kernel: { ...HEALTHY.kernel, apparmorRestricts: false }, profiles })).toEqual(['npm ci']);
});

test('another system than Linux is told so', () => {
  expect(linesFor({ platform: 'darwin' })).toEqual(['docker compose up']);
});

test('a diagnosis says of each profile what it has, or why it cannot be used, and what to type', () => {
  const diagnosis = {
    usable: false,
    machine: { platform: 'linux', kernel: '6.1', node: '24.0.0' },
    profiles: [aReport('python'), aReport('postgresql', ['there is no server'])],
    remedies: [{ why: 'It is gone', run: 'npm ci' }],
  };
  expect(renderDiagnosis(diagnosis)).toBe(
    'This machine cannot grade everything. (linux 6.1, Node.js 24.0.0)\n\npython: usable\n  isolation: read-only root\n\n' +
      'postgresql: not usable\n  why: there is no server\n\nIt is gone:\n  npm ci\n',
  );
});
