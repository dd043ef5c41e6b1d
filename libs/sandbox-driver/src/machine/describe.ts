import type { CallProgram, Limits, Profile, ProfileReport, Program, Run, SqlProgram } from '@holdout/sandbox';
import type { Cgroups } from '../cgroups/cgroups';
import { findMissingPackages } from './system-packages';

/** The parts of a sandbox that are needed to describe it. */
export type Describable = {
  readonly cgroups: Cgroups;
  readonly profiles: readonly Profile[];
  run(program: Program, signal: AbortSignal): Promise<Run>;
  versions(profile: Profile, run: Run): Promise<Readonly<Record<string, string>>>;
};

const LIMITS: Limits = { cpuMs: 5000, wallMs: 20_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 1 << 16 };

const CALL = { datasets: [], entry: 'probe', calls: [[]], limits: LIMITS } as const;

/**
 * Imports a module that is not in the allow-list of `isLight`, so that the probe runs with the data packages loaded.
 */
const PYTHON = {
  ...CALL,
  root: 'candidate',
  files: { 'probe.py': 'import sys\n\n\ndef probe():\n    return len(sys.modules)\n' },
  main: 'probe.py',
} as const;

const QUERY = { schema: '', tables: {}, query: 'select 1', mayWrite: false, limits: LIMITS } as const;

const NODE_PROBE = "export const probe = (): string => [process.versions.node, process.versions.amaro].join(' ');\n";

const PROBES: Readonly<Record<Profile, Program>> = {
  python: { ...PYTHON, profile: 'python' } satisfies CallProgram,
  'python-plain': { ...PYTHON, profile: 'python-plain' } satisfies CallProgram,
  r: {
    ...CALL,
    profile: 'r',
    root: 'candidate',
    files: { 'probe.R': 'probe <- function() 1\n' },
    main: 'probe.R',
  } satisfies CallProgram,
  javascript: {
    ...CALL,
    profile: 'javascript',
    root: 'candidate',
    files: { 'probe.ts': NODE_PROBE },
    main: 'probe.ts',
  } satisfies CallProgram,
  postgresql: { ...QUERY, profile: 'postgresql' } satisfies SqlProgram,
  sqlite: { ...QUERY, profile: 'sqlite' } satisfies SqlProgram,
};

/** Starting a language three times on a slow machine takes less. A program's own limits do not include the start. */
const PROBE_MS = 120_000;

/** Reports, for each profile, whether a minimal program runs in a box, and what isolation it has. */
export async function describeProfiles(
  sandbox: Describable,
  tell: (report: ProfileReport) => void = () => undefined,
): Promise<readonly ProfileReport[]> {
  const describe = async (profile: Profile): Promise<ProfileReport> => {
    const report = await describeProfile(profile, PROBES[profile], sandbox);
    tell(report);
    return report;
  };
  return Promise.all(sandbox.profiles.map(describe));
}

async function describeProfile(profile: Profile, probe: Program, sandbox: Describable): Promise<ProfileReport> {
  const { versions, reason } = await tryProfile(profile, probe, sandbox);
  const usable = reason === null;
  return {
    profile,
    usable,
    missing: [...(usable ? [] : [reason]), ...missingPackages(profile), ...weaknesses(profile, sandbox.cgroups)],
    isolation: usable ? isolationOf(profile, sandbox.cgroups) : [],
    versions,
  };
}

/** What a probe found: versions, or the reason why the profile is not usable. */
type Found = { readonly versions: Readonly<Record<string, string>>; readonly reason: string | null };

/** The limit also holds if the sandbox does not react to the abort. */
async function tryProfile(profile: Profile, probe: Program, sandbox: Describable): Promise<Found> {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Found>((resolve) => {
    timer = setTimeout(() => {
      resolve({ versions: {}, reason: `the probe did not end within ${PROBE_MS / 1000} s` });
      stopping.abort();
    }, PROBE_MS);
  });
  try {
    return await Promise.race([runProbe(profile, probe, sandbox, stopping.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runProbe(profile: Profile, probe: Program, sandbox: Describable, signal: AbortSignal): Promise<Found> {
  const run = await sandbox.run(probe, signal);
  if (run.end.kind === 'answered') return { versions: await sandbox.versions(profile, run), reason: null };
  const reason = run.end.kind === 'sandboxFailed' ? run.end.reason : `the probe ended with ${run.end.kind}`;
  return { versions: {}, reason };
}

/** The packages that a profile needs beyond those of every box, by the `for` field of `systemPackages`. */
const NEEDS: Readonly<Partial<Record<Profile, string>>> = { python: 'Python with data packages', r: 'R' };

function missingPackages(profile: Profile): readonly string[] {
  return findMissingPackages()
    .filter((missing) => missing.for === 'every profile' || missing.for === NEEDS[profile])
    .map((missing) => `${missing.name} is not installed`);
}

const WITHOUT_CGROUP: Readonly<Record<Profile, string>> = {
  python: 'no memory cgroup available: memory is limited by address space (RLIMIT_AS)',
  postgresql: 'no memory cgroup available: memory is limited per connection, not for the server as a whole',
  javascript: 'no memory cgroup available: memory is limited by the heap size of Node only',
  'python-plain': 'no memory cgroup available: memory is limited by address space (RLIMIT_AS)',
  r: 'no memory cgroup available: memory is limited by address space (RLIMIT_AS)',
  sqlite: 'no memory cgroup available: memory is limited by address space (RLIMIT_AS)',
};

function weaknesses(profile: Profile, cgroups: Cgroups): readonly string[] {
  return cgroups.kind === 'none' ? [WITHOUT_CGROUP[profile]] : [];
}

function isolationOf(profile: Profile, cgroups: Cgroups): readonly string[] {
  return [
    ...['user', 'process', 'mount', 'network', 'IPC', 'UTS'].map((kind) => `${kind} namespace`),
    profile === 'postgresql' ? 'seccomp allow-list for a server' : 'seccomp allow-list without fork',
    'no capabilities',
    'read-only root',
    'tmpfs',
    ...(cgroups.kind === 'none' ? [] : [`memory and pids cgroup ${cgroups.kind}`]),
  ];
}
