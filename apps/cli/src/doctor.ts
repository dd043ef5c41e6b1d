import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import type { ProfileReport } from '@holdout/sandbox';
import { LANGUAGES } from '@holdout/bank';
import { profilesFor } from '@holdout/grading';
import { findMissingPackages } from '@holdout/sandbox-driver';
import { type KernelSettings, type Remedy, remediesFor } from './remedies';
import { withSandbox } from './open-sandbox';
import { slowly, type Terminal } from './terminal';

/** What `holdout doctor --json` prints. */
export type Diagnosis = {
  readonly usable: boolean;
  readonly machine: { readonly platform: string; readonly kernel: string; readonly node: string };
  readonly profiles: readonly ProfileReport[];
  readonly remedies: readonly Remedy[];
};

/** Diagnoses this machine by creating a box of each profile. */
export async function examine(terminal: Terminal): Promise<Diagnosis> {
  const { languages = LANGUAGES } = terminal;
  const looking = withSandbox(terminal, (sandbox) => sandbox.describe(), profilesFor(languages));
  const profiles = await slowly(terminal, 'Creating a box of each profile', looking);
  const packages = findMissingPackages()
    .filter(({ language }) => language === undefined || languages.includes(language))
    .map(({ name }) => name);
  return {
    usable: profiles.length > 0 && profiles.every(({ usable }) => usable),
    machine: { platform: process.platform, kernel: release(), node: process.versions.node },
    profiles,
    remedies: remediesFor({ platform: process.platform, packages, kernel: readKernelSettings(), profiles }),
  };
}

function readKernelSettings(): KernelSettings {
  return {
    apparmorRestricts: settingOf('kernel/apparmor_restrict_unprivileged_userns') === '1',
    cloneForbidden: settingOf('kernel/unprivileged_userns_clone') === '0',
    noNamespaces: settingOf('user/max_user_namespaces') === '0',
  };
}

/** The value of a kernel setting; null if this kernel does not have it. */
function settingOf(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A diagnosis as text. */
export function renderDiagnosis({ usable, machine, profiles, remedies }: Diagnosis): string {
  const { platform, kernel, node } = machine;
  const head = usable ? 'This machine can grade everything.' : 'This machine cannot grade everything.';
  const lines = [
    `${head} (${platform} ${kernel}, Node.js ${node})`,
    ...profiles.map(renderProfile),
    ...remedies.map(({ why, run }) => `${why}:\n  ${run}`),
  ];
  return `${lines.join('\n\n')}\n`;
}

function renderProfile({ profile, usable, missing, isolation, versions }: ProfileReport): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${profile}: ${usable ? 'usable' : 'not usable'}`,
    ...(named.length > 0 ? [`  versions:  ${named.join(', ')}`] : []),
    ...(isolation.length > 0 ? [`  isolation: ${isolation.join(', ')}`] : []),
    ...missing.map((each) => `  ${usable ? 'limitation' : 'reason'}: ${each}`),
  ].join('\n');
}
