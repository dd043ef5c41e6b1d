import type { ProfileReport } from '@holdout/sandbox';

export type Remedy = { readonly why: string; readonly run: string };

/** Kernel settings that prevent unprivileged users from creating namespaces. */
export type KernelSettings = {
  readonly apparmorRestricts: boolean;
  readonly cloneForbidden: boolean;
  readonly noNamespaces: boolean;
};

export type Findings = {
  readonly platform: string;
  /** The missing Debian packages. */
  readonly packages: readonly string[];
  readonly kernel: KernelSettings;
  readonly profiles: readonly ProfileReport[];
};

/** Commands that make more languages available or improve the isolation. */
export function remediesFor(findings: Findings): readonly Remedy[] {
  const { platform, packages, profiles } = findings;
  if (platform !== 'linux') return [{ why: 'Grading needs Linux; use a container', run: 'docker compose up' }];
  const install = {
    why: 'System packages are missing',
    run: `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  };
  const isBroken = profiles.some(({ usable }) => !usable);
  return [
    ...(packages.length > 0 ? [install] : []),
    ...(isBroken ? kernelRemedies(findings.kernel) : []),
    ...(isBroken && packages.length === 0 ? packageRemedies(profiles) : []),
  ];
}

function kernelRemedies({ apparmorRestricts, cloneForbidden, noNamespaces }: KernelSettings): readonly Remedy[] {
  const why = 'The kernel settings forbid user namespaces';
  return [
    ...(noNamespaces ? [{ why, run: 'sudo sysctl -w user.max_user_namespaces=15000' }] : []),
    ...(cloneForbidden ? [{ why, run: 'sudo sysctl -w kernel.unprivileged_userns_clone=1' }] : []),
    ...(apparmorRestricts ? [{ why, run: 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0' }] : []),
  ];
}

/** PostgreSQL comes with the packages that npm installs. */
function packageRemedies(profiles: readonly ProfileReport[]): readonly Remedy[] {
  const isSqlAlone = profiles.every(({ profile, usable }) => usable === (profile !== 'postgresql'));
  return isSqlAlone ? [{ why: 'PostgreSQL, which comes with the npm packages, does not start', run: 'npm ci' }] : [];
}
