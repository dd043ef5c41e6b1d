import { type CallProfile, type Profile, PROFILES } from '@holdout/sandbox';

/** Receives events that an operator may want to see. */
export type SandboxLog = (event: string, detail?: Readonly<Record<string, unknown>>) => void;

/** Options of `createSandbox`; everything optional has a default. */
export type SandboxOptions = {
  /** Directory for sockets and mount points. The sandbox removes everything it puts there. */
  readonly scratchDir: string;
  readonly nodeBinary: string;
  /** Directory with `bin/`, `lib/` and `share/` of a PostgreSQL installation. */
  readonly postgresBinaries: string;
  /** Path of this library's `box/` directory. */
  readonly boxDir?: string;
  /** User and group that boxes run as when this process is root. They need no entry in /etc/passwd. */
  readonly unprivileged?: UserIds;
  /** Profiles to describe, default all. The PostgreSQL server is pre-started only if its profile is listed. */
  readonly profiles?: readonly Profile[];
  /**
   * Idle boxes kept forked per profile, once the profile is in use; for `python` from the start, unless 0. With 0 for
   * `python-light`, all programs of `python` run in `python` boxes.
   */
  readonly parked?: Partial<Parked>;
  /** Boxes of candidates that may run concurrently, per profile. */
  readonly maxBoxes?: number;
  /** SQL statements that may run concurrently. */
  readonly maxSql?: number;
  /** Starts the SQL server at once instead of at the first statement. */
  readonly warmSql?: boolean;
  /** Timeouts after which a process counts as hung. */
  readonly timeouts?: Partial<Timeouts>;
  /** A zygote is replaced after this many boxes or this much time, whichever comes first. */
  readonly lifetime?: Partial<Lifetime>;
  readonly log?: SandboxLog;
};

/** Timeouts of the steps in a box's life. */
export type Timeouts = {
  /** From starting a zygote until its imports are done. */
  readonly zygoteMs: number;
  /** From the spawn order until the box is ready. */
  readonly boxMs: number;
  /** From the kill order until the box has exited. */
  readonly killMs: number;
};

/** How many boxes a zygote forks, and for how long, before it is replaced. */
export type Lifetime = { readonly boxes: number; readonly ms: number };

/** A user and group id. */
export type UserIds = { readonly uid: number; readonly gid: number };

/**
 * A profile whose programs each run in a forked box. `python-light` runs programs of `python` that do not use the data
 * packages: these are installed in its root file system, but not imported before the fork.
 */
export type BoxProfile = CallProfile | 'python-light' | 'sqlite';

type Parked = Readonly<Record<BoxProfile, number>>;

/** The options with defaults filled in. */
export type ResolvedOptions = Required<Omit<SandboxOptions, 'parked' | 'timeouts' | 'lifetime'>> & {
  readonly parked: Parked;
  readonly timeouts: Timeouts;
  readonly lifetime: Lifetime;
};

const PARKED: Parked = { python: 2, 'python-light': 2, 'python-plain': 1, r: 1, javascript: 1, sqlite: 1 };

const TIMEOUTS: Timeouts = { zygoteMs: 60_000, boxMs: 20_000, killMs: 15_000 };

/** At 100 programs per second, warming up the next zygote costs about 5 % of one CPU. */
const LIFETIME: Lifetime = { boxes: 5000, ms: 3_600_000 };

const UNPRIVILEGED: UserIds = { uid: 65532, gid: 65532 };

/** Fills in the defaults. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  return {
    boxDir: `${process.cwd()}/libs/sandbox-driver/box`,
    unprivileged: UNPRIVILEGED,
    profiles: PROFILES,
    maxBoxes: 2,
    maxSql: 2,
    warmSql: false,
    log: () => undefined,
    ...options,
    parked: { ...PARKED, ...options.parked },
    timeouts: { ...TIMEOUTS, ...options.timeouts },
    lifetime: { ...LIFETIME, ...options.lifetime },
  };
}

/** Whether this process is root: then boxes run as another user, and user namespaces are set up differently. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}
