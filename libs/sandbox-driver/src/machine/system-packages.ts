import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A Debian package that the sandbox needs. */
export type SystemPackage = {
  /** The name in Debian and Ubuntu. */
  readonly name: string;
  /** Prefix of the path of one file of the package, used to check whether it is installed. */
  readonly file: string;
  /** What needs it. */
  readonly for: string;
  /** Set if only this language needs it. */
  readonly language?: 'r';
};

const DIST_PACKAGES = '/usr/lib/python3/dist-packages';

/** What the sandbox needs beyond Node and the npm packages. */
export const systemPackages: readonly SystemPackage[] = [
  { name: 'python3', file: '/usr/bin/python3', for: 'every profile' },
  { name: 'python3-seccomp', file: `${DIST_PACKAGES}/seccomp.`, for: 'every profile' },
  { name: 'python3-numpy', file: `${DIST_PACKAGES}/numpy`, for: 'Python with data packages' },
  { name: 'python3-pandas', file: `${DIST_PACKAGES}/pandas`, for: 'Python with data packages' },
  { name: 'python3-scipy', file: `${DIST_PACKAGES}/scipy`, for: 'Python with data packages' },
  { name: 'python3-sklearn', file: `${DIST_PACKAGES}/sklearn`, for: 'Python with data packages' },
  { name: 'r-base-core', file: '/usr/lib/R/lib/libR.so', for: 'R', language: 'r' },
  // Source of datasets for questions in R; visible in authors' boxes only.
  { name: 'r-cran-mass', file: '/usr/lib/R/library/MASS', for: 'R', language: 'r' },
  { name: 'r-cran-survival', file: '/usr/lib/R/library/survival', for: 'R', language: 'r' },
];

/** The packages of `systemPackages` that are not installed, checked by one file of each. */
export function findMissingPackages(): readonly SystemPackage[] {
  return systemPackages.filter(({ file }) => !exists(file));
}

/** Whether a file with this prefix exists: the suffix of a compiled module depends on the Python version. */
function exists(prefix: string): boolean {
  const folder = dirname(prefix);
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(basename(prefix)));
}
