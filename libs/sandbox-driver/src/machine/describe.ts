import type { CallProgram, Limits, Profile, ProfileReport, Program, Run, SqlProgram } from '@holdout/sandbox';
import type { Cgroups } from '../cgroups/cgroups';
import { findMissingPackages } from './missing-packages';

/** What describing needs to know of a sandbox. */
export type Describable = {
  readonly cgroups: Cgroups;
  readonly profiles: readonly Profile[];
  run(program: Program, signal: AbortSignal): Promise<Run>;
  versions(profile: Profile, run: Run): Promise<Readonly<Record<string, string>>>;
};

const LIMITS: Limits = { cpuMs: 5000, wallMs: 20_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 1 << 16 };

const CALL = { datasets: [], entry: 'trial', calls: [[]], limits: LIMITS } as const;

/** Its import makes it a program that has a use for the data packages, where there are any. */
const PYTHON = {
  ...CALL,
  root: 'candidate',
  files: { 'trial.py': 'import sys\n\n\ndef trial():\n    return len(sys.modules)\n' },
  main: 'trial.py',
} as const;

const QUERY = { schema: '', tables: {}, query: 'select 1', mayWrite: false, limits: LIMITS } as const;

const NODE_TRIAL = "export const trial = (): string => [process.versions.node, process.versions.amaro].join(' ');\n";

const TRIALS: Readonly<Record<Profile, Program>> = {
  python: { ...PYTHON, profile: 'python' } satisfies CallProgram,
  'python-plain': { ...PYTHON, profile: 'python-plain' } satisfies CallProgram,
  r: {
    ...CALL,
    profile: 'r',
    root: 'candidate',
    files: { 'trial.R': 'trial <- function() 1\n' },
    main: 'trial.R',
  } satisfies CallProgram,
  javascript: {
    ...CALL,
    profile: 'javascript',
    root: 'candidate',
    files: { 'trial.ts': NODE_TRIAL },
    main: 'trial.ts',
  } satisfies CallProgram,
  postgresql: { ...QUERY, profile: 'postgresql' } satisfies SqlProgram,
  sqlite: { ...QUERY, profile: 'sqlite' } satisfies SqlProgram,
};

/** Makes one box of each kind and runs something trivial in it. */
export async function describeProfiles(sandbox: Describable): Promise<readonly ProfileReport[]> {
  return Promise.all(sandbox.profiles.map((profile) => describeProfile(profile, TRIALS[profile], sandbox)));
}

async function describeProfile(profile: Profile, trial: Program, sandbox: Describable): Promise<ProfileReport> {
  const run = await sandbox.run(trial, new AbortController().signal);
  const usable = run.end.kind === 'answered';
  const reason = run.end.kind === 'sandboxFailed' ? run.end.reason : `the trial ended as ${run.end.kind}`;
  return {
    profile,
    usable,
    missing: [...(usable ? [] : [reason]), ...missingPackages(profile), ...weaknesses(profile, sandbox.cgroups)],
    isolation: usable ? isolationOf(profile, sandbox.cgroups) : [],
    versions: usable ? await sandbox.versions(profile, run) : {},
  };
}

/** What only some profiles need, as the list of packages calls it. */
const NEEDS: Readonly<Partial<Record<Profile, string>>> = { python: 'Python with data packages', r: 'R' };

function missingPackages(profile: Profile): readonly string[] {
  return findMissingPackages()
    .filter((missing) => missing.for === 'making any box' || missing.for === NEEDS[profile])
    .map((missing) => `${missing.name} is not installed`);
}

const WITHOUT_CGROUP: Readonly<Record<Profile, string>> = {
  python: 'no memory control group can be made, so that memory is bounded by address space',
  postgresql: 'no memory control group can be made, so that memory is bounded for each connection alone',
  javascript: 'no memory control group can be made, so that memory is bounded by what Node allows itself',
  'python-plain': 'no memory control group can be made, so that memory is bounded by address space',
  r: 'no memory control group can be made, so that memory is bounded by address space',
  sqlite: 'no memory control group can be made, so that memory is bounded by address space',
};

function weaknesses(profile: Profile, cgroups: Cgroups): readonly string[] {
  return cgroups.kind === 'none' ? [WITHOUT_CGROUP[profile]] : [];
}

function isolationOf(profile: Profile, cgroups: Cgroups): readonly string[] {
  return [
    ...['user', 'process', 'mount', 'network', 'IPC', 'host name'].map((kind) => `${kind} namespace`),
    profile === 'postgresql' ? 'seccomp for a server' : 'seccomp without fork',
    'no capabilities',
    'read-only root',
    'memory disk',
    ...(cgroups.kind === 'none' ? [] : [`memory and process control groups ${cgroups.kind}`]),
  ];
}
