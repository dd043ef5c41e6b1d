export type SystemPackage = {
  /** As Debian and Ubuntu name it. */
  readonly name: string;
  /** What the path of a file begins with that is there once it is installed. */
  readonly file: string;
  /** What cannot be done without it. */
  readonly for: string;
  /** Needed only where this language is offered. */
  readonly language?: 'r';
};

const DIST_PACKAGES = '/usr/lib/python3/dist-packages';

/** What the sandbox needs of the machine beyond Node and the packages that npm installs. */
export const systemPackages: readonly SystemPackage[] = [
  { name: 'python3', file: '/usr/bin/python3', for: 'making any box' },
  { name: 'python3-seccomp', file: `${DIST_PACKAGES}/seccomp.`, for: 'making any box' },
  { name: 'python3-numpy', file: `${DIST_PACKAGES}/numpy`, for: 'Python with data packages' },
  { name: 'python3-pandas', file: `${DIST_PACKAGES}/pandas`, for: 'Python with data packages' },
  { name: 'python3-scipy', file: `${DIST_PACKAGES}/scipy`, for: 'Python with data packages' },
  { name: 'python3-sklearn', file: `${DIST_PACKAGES}/sklearn`, for: 'Python with data packages' },
  { name: 'r-base-core', file: '/usr/lib/R/lib/libR.so', for: 'R', language: 'r' },
  // Data that questions in R are made from; only authors' boxes hold it.
  { name: 'r-cran-mass', file: '/usr/lib/R/library/MASS', for: 'R', language: 'r' },
  { name: 'r-cran-survival', file: '/usr/lib/R/library/survival', for: 'R', language: 'r' },
];
