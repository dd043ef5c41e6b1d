import type { Value } from './value';

/** Runs one untrusted program in a new box. Throws only for a bug of ours, never for what the program did. */
export interface Sandbox {
  run(program: Program, signal: AbortSignal): Promise<Run>;
  /** The isolation of each profile on this machine, measured by creating a box. `tell` gets each as soon as it is known. */
  describe(tell?: (report: ProfileReport) => void): Promise<readonly ProfileReport[]>;
  close(): Promise<void>;
}

/** A language with its packages or its server. `python` has the data packages, `python-plain` the standard library only. */
export const PROFILES = ['python', 'python-plain', 'r', 'javascript', 'postgresql', 'sqlite'] as const;
export type Profile = (typeof PROFILES)[number];
export type SqlProfile = 'postgresql' | 'sqlite';
export type CallProfile = Exclude<Profile, SqlProfile>;

export type Program = CallProgram | SqlProgram;

export function isSqlProgram(program: Program): program is SqlProgram {
  return 'query' in program;
}

/** A file of functions, of which `entry` is called once for each item of `calls`, in order, in one process. */
export type CallProgram = {
  readonly profile: CallProfile;
  /**
   * The root file system of the box. `candidate` contains no dataset; `author` mounts the named datasets read-only, each
   * at `/data/<id>/`.
   */
  readonly root: 'candidate' | 'author';
  readonly datasets: readonly DatasetMount[];
  /** Text by file name, written into the box's working directory, which is also on the import path. */
  readonly files: Readonly<Record<string, string>>;
  /** Which of `files` is loaded. In the profile `javascript`, a name that ends in `.ts` or `.mts` is TypeScript. */
  readonly main: string;
  readonly entry: string;
  /** Positional arguments of each call. They are decoded again for each call, so a mutated argument has no effect later. */
  readonly calls: readonly (readonly Value[])[];
  /** What the exercise forbids the program. Observed in its own process, so it is a rule and not a wall. */
  readonly forbid?: Forbidden;
  readonly limits: Limits;
};

export type Forbidden = {
  /** Whether a call may change its arguments. R copies them, so there is nothing to find. */
  readonly mutation: boolean;
  /** Modules or packages that the program may not import; for a Python module also its parts. */
  readonly imports: readonly string[];
};

export type DatasetMount = { readonly id: string; readonly files: Readonly<Record<string, string>> };

/** One statement on a schema of its own, which is discarded after it. */
export type SqlProgram = {
  readonly profile: SqlProfile;
  /** Data definition statements that create the tables. Written by an author, so no more trusted than the query. */
  readonly schema: string;
  /** Rows by table name; a row is an object by column name. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, SqlCell>>[]>>;
  readonly query: string;
  /** Whether the statement may change rows, for questions about INSERT, UPDATE and DELETE. */
  readonly mayWrite: boolean;
  readonly limits: Limits;
};

export type SqlCell = string | number | boolean | null;

export type Limits = {
  readonly cpuMs: number;
  /** At least twice `cpuMs`, so that a busy machine does not cause a time limit verdict. */
  readonly wallMs: number;
  readonly memoryBytes: number;
  /** For each of standard output, standard error and the answer. */
  readonly outputBytes: number;
};

export type Run = {
  readonly end: End;
  /**
   * What the program returned, untrusted; absent when it returned nothing. A program that does not interfere with its
   * harness returns a `CallAnswer` for a `CallProgram` and a `SqlAnswer` for a `SqlProgram`.
   */
  readonly answer?: unknown;
  /** The bytes that `answer` is parsed from when it is read, so that a long answer can be parsed in another thread. */
  readonly frame?: Uint8Array;
  readonly stdout: string;
  readonly stderr: string;
  /** Measured outside the program. `null` where this machine cannot measure it. */
  readonly cpuMs: number | null;
  readonly wallMs: number;
  readonly memoryBytes: number | null;
};

/** How a program ended, as observed from outside it. */
export type End =
  /** It returned an answer frame, or exited by itself with this code and without one. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'overLimit'; readonly limit: 'cpu' | 'wall' | 'memory' | 'output' }
  /** No time was left for the whole submission, of which this is one run. A sandbox never reports it; its caller does. */
  | { readonly kind: 'overLimit'; readonly limit: 'total'; readonly totalMs: number }
  | { readonly kind: 'forbiddenCall' }
  /** A failure of ours or of the machine, never of the program. */
  | { readonly kind: 'sandboxFailed'; readonly reason: string };

export type CallAnswer =
  | { readonly calls: readonly CallOutcome[] }
  /** The file could not be loaded, or has no function `entry`; nothing was called. */
  | { readonly loadError: ProgramError };

export type CallOutcome =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ProgramError };

export type ProgramError = {
  /** As the language names it, for example `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Contains only frames of the program's own files. */
  readonly traceback: string;
  /** 1-based line of the program's main file, if known. */
  readonly line?: number;
  /** Present if the program did what the exercise forbids; `argument` counts from 1. */
  readonly broken?: BrokenRule;
};

export type BrokenRule =
  { readonly rule: 'mutation'; readonly argument: number } | { readonly rule: 'import'; readonly name: string };

export type SqlAnswer =
  | {
      readonly columns: readonly { readonly name: string; readonly type: string }[];
      /** Cells as the server prints them, `null` for NULL. At most 10,000 rows; `truncated` says there were more. */
      readonly rows: readonly (readonly (string | null)[])[];
      readonly truncated: boolean;
    }
  | { readonly sqlError: SqlError };

export type SqlError = {
  /** SQLSTATE, five characters; for SQLite the name of its result code, for example `SQLITE_ERROR`. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** 1-based character position in the query. */
  readonly position?: number;
};

export type ProfileReport = {
  readonly profile: Profile;
  readonly usable: boolean;
  /** For operators: why the profile is not usable, or what weakens its isolation. Empty when nothing is missing. */
  readonly missing: readonly string[];
  /** For example `user namespace`, `seccomp`, `memory cgroup v1`. */
  readonly isolation: readonly string[];
  /** Version by name, of the language and of the packages that a candidate may use. */
  readonly versions: Readonly<Record<string, string>>;
};
