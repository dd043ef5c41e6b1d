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
  /** Boxes kept ready. */
  readonly parked?: { readonly python?: number; readonly javascript?: number };
  /** Boxes of candidates at one time. */
  readonly maxPython?: number;
  /** Statements at one time. */
  readonly maxSql?: number;
  /** Whether the SQL server starts now rather than at the first statement. */
  readonly warmSql?: boolean;
  readonly log?: SandboxLog;
};

export type UserIds = { readonly uid: number; readonly gid: number };

export type Settled = Required<Omit<SandboxOptions, 'parked'>> & {
  readonly parked: { readonly python: number; readonly javascript: number };
};

const UNPRIVILEGED: UserIds = { uid: 65532, gid: 65532 };

/** The options with every gap filled. */
export function settle(options: SandboxOptions): Settled {
  return {
    boxDir: `${process.cwd()}/libs/sandbox-driver/box`,
    unprivileged: UNPRIVILEGED,
    maxPython: 2,
    maxSql: 2,
    warmSql: false,
    log: () => undefined,
    ...options,
    parked: { python: 2, javascript: 0, ...options.parked },
  };
}

/** Whether we may act for other users, which decides how a jail is made. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}
