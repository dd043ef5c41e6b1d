import { type CallProfile, type Profile, PROFILES } from '@holdout/sandbox';

export type SandboxLog = (event: string, detail?: Readonly<Record<string, unknown>>) => void;

export type SandboxOptions = {
  /** A folder of ours for sockets and mount points; nothing in it outlives the sandbox. */
  readonly scratchDir: string;
  readonly nodeBinary: string;
  /** A folder with `bin/`, `lib/` and `share/` of a PostgreSQL. */
  readonly postgresBinaries: string;
  /** Where this library's `box/` folder is. */
  readonly boxDir?: string;
  /** Whom boxes run as when we are root. The user need not exist. */
  readonly unprivileged?: UserIds;
  /** What is looked into and told of; a server of another profile is not started. All of them, if left out. */
  readonly profiles?: readonly Profile[];
  /**
   * Boxes kept ready, once a profile is in use; `python` is from the start, unless that is none. With none of
   * `python-light`, all programs of `python` run in its own boxes.
   */
  readonly parked?: Partial<Parked>;
  /** Boxes of candidates at one time, of each profile. */
  readonly maxBoxes?: number;
  /** Statements at one time. */
  readonly maxSql?: number;
  /** Whether the SQL server starts now rather than at the first statement. */
  readonly warmSql?: boolean;
  /** How long something may take before it counts as hanging. */
  readonly patience?: Partial<Patience>;
  /** After which of the two a zygote is replaced by a fresh one. */
  readonly lifetime?: Partial<Lifetime>;
  readonly log?: SandboxLog;
};

export type Patience = {
  /** From the start of a zygote to its having everything imported. */
  readonly zygoteMs: number;
  /** From the order for a box to its being ready. */
  readonly boxMs: number;
  /** From the order to kill a box to its end. */
  readonly killMs: number;
};

export type Lifetime = { readonly boxes: number; readonly ms: number };

export type UserIds = { readonly uid: number; readonly gid: number };

/**
 * A profile whose programs each run in a box forked for them. `python-light` is for programs of `python` that have no use
 * for its packages: they are there, but not in memory.
 */
export type BoxProfile = CallProfile | 'python-light' | 'sqlite';

type Parked = Readonly<Record<BoxProfile, number>>;

export type Settled = Required<Omit<SandboxOptions, 'parked' | 'patience' | 'lifetime'>> & {
  readonly parked: Parked;
  readonly patience: Patience;
  readonly lifetime: Lifetime;
};

const PARKED: Parked = { python: 2, 'python-light': 2, 'python-plain': 1, r: 1, javascript: 1, sqlite: 1 };

const PATIENCE: Patience = { zygoteMs: 60_000, boxMs: 20_000, killMs: 15_000 };

/** At a hundred programs a second, warming up a successor takes about a twentieth of the processor. */
const LIFETIME: Lifetime = { boxes: 5000, ms: 3_600_000 };

const UNPRIVILEGED: UserIds = { uid: 65532, gid: 65532 };

/** The options with every gap filled. */
export function settle(options: SandboxOptions): Settled {
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
    patience: { ...PATIENCE, ...options.patience },
    lifetime: { ...LIFETIME, ...options.lifetime },
  };
}

/** Whether we may act for other users, which decides how a jail is made. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}
