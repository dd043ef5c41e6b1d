import type { CallProgram, Limits, Profile, ProfileReport, Program, Run, SqlProgram } from '@holdout/sandbox';
import type { Cgroups } from './cgroups';
import { findMissingPackages } from './missing-packages';

/** What describing needs to know of a sandbox. */
export type Describable = {
  readonly cgroups: Cgroups;
  run(program: Program, signal: AbortSignal): Promise<Run>;
  versions(profile: Profile, run: Run): Promise<Readonly<Record<string, string>>>;
};

const LIMITS: Limits = { cpuMs: 5000, wallMs: 20_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 1 << 16 };

const CALL = { datasets: [], entry: 'trial', calls: [[]], limits: LIMITS } as const;

const TRIALS: Readonly<Record<Profile, Program>> = {
  python: {
    ...CALL,
    profile: 'python',
    root: 'candidate',
    files: { 'trial.py': 'def trial():\n    return 1\n' },
    main: 'trial.py',
  } satisfies CallProgram,
  javascript: {
    ...CALL,
    profile: 'javascript',
    root: 'author',
    files: { 'trial.mjs': 'export const trial = () => process.version.slice(1);\n' },
    main: 'trial.mjs',
  } satisfies CallProgram,
  postgresql: { profile: 'postgresql', schema: '', tables: {}, query: 'select 1', limits: LIMITS } satisfies SqlProgram,
};

/** Makes one box of each kind and runs something trivial in it. */
export async function describeProfiles(sandbox: Describable): Promise<readonly ProfileReport[]> {
  return Promise.all(
    (['python', 'postgresql', 'javascript'] as const).map((profile) => describeProfile(profile, sandbox)),
  );
}

async function describeProfile(profile: Profile, sandbox: Describable): Promise<ProfileReport> {
  const run = await sandbox.run(TRIALS[profile], new AbortController().signal);
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

function missingPackages(profile: Profile): readonly string[] {
  return findMissingPackages()
    .filter((missing) => profile === 'python' || missing.for === 'making any box')
    .map((missing) => `${missing.name} is not installed`);
}

const WITHOUT_CGROUP: Readonly<Record<Profile, string>> = {
  python: 'no memory control group can be made, so that memory is bounded by address space',
  postgresql: 'no memory control group can be made, so that memory is bounded for each connection alone',
  javascript: 'no memory control group can be made, so that memory is bounded by what Node allows itself',
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
