import type { Value } from './value';

/** Runs one untrusted program in a throwaway box. Never throws for what the program did; only for a bug of ours. */
export interface Sandbox {
  run(program: Program, signal: AbortSignal): Promise<Run>;
  /** What stands between a program and this machine, per profile, found by really making a box. */
  describe(): Promise<readonly ProfileReport[]>;
  close(): Promise<void>;
}

/** What can run a program: a language with what it brings along. `python` has the data packages, `python-plain` none. */
export const PROFILES = ['python', 'python-plain', 'r', 'javascript', 'postgresql', 'sqlite'] as const;
export type Profile = (typeof PROFILES)[number];
export type SqlProfile = 'postgresql' | 'sqlite';
export type CallProfile = Exclude<Profile, SqlProfile>;

export type Program = CallProgram | SqlProgram;

export function isSqlProgram(program: Program): program is SqlProgram {
  return 'query' in program;
}

/** A file of functions, one of which is called once per entry of `calls`, in order, in one process. */
export type CallProgram = {
  readonly profile: CallProfile;
  /**
   * Which root file system the box sees. `candidate` holds no dataset at all; `author` adds, read-only, the
   * datasets named here, each at `/data/<id>/`.
   */
  readonly root: 'candidate' | 'author';
  readonly datasets: readonly DatasetMount[];
  /** File name to text; written into the box's own directory, which is the working directory and on the path. */
  readonly files: Readonly<Record<string, string>>;
  /** Which of `files` is loaded. In the profile `javascript`, a name that ends in `.ts` or `.mts` is TypeScript. */
  readonly main: string;
  readonly entry: string;
  /** Positional arguments of each call, rebuilt for each call so that a mutated argument helps nobody. */
  readonly calls: readonly (readonly Value[])[];
  readonly limits: Limits;
};

export type DatasetMount = { readonly id: string; readonly files: Readonly<Record<string, string>> };

/** One statement against a schema of its own; nothing it does outlives it. */
export type SqlProgram = {
  readonly profile: SqlProfile;
  /** Data definition statements that make the tables. Written by an author, so trusted no more than the query. */
  readonly schema: string;
  /** Table name to rows, each row an object by column name. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, SqlCell>>[]>>;
  readonly query: string;
  /** Whether the statement may change rows, for questions that are about changing them. */
  readonly mayWrite: boolean;
  readonly limits: Limits;
};

export type SqlCell = string | number | boolean | null;

export type Limits = {
  readonly cpuMs: number;
  /** At least twice `cpuMs`, so that a busy machine is not taken for a slow program. */
  readonly wallMs: number;
  readonly memoryBytes: number;
  /** Standard output, standard error and the answer, each. */
  readonly outputBytes: number;
};

export type Run = {
  readonly end: End;
  /**
   * What the program handed back: its claim, not a fact. Absent when it handed back nothing.
   * For a `CallProgram` a `CallAnswer`, for a `SqlProgram` a `SqlAnswer`, if the program is honest.
   */
  readonly answer?: unknown;
  readonly stdout: string;
  readonly stderr: string;
  /** Measured by the box, not by the program. `null` where this machine cannot tell. */
  readonly cpuMs: number | null;
  readonly wallMs: number;
  readonly memoryBytes: number | null;
};

/** How a program ended, as the box saw it. */
export type End =
  /** It handed back an answer frame, or ended by itself with this code and none. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'overLimit'; readonly limit: 'cpu' | 'wall' | 'memory' | 'output' }
  | { readonly kind: 'forbiddenCall' }
  /** Our fault or the machine's; never the program's. */
  | { readonly kind: 'sandboxFailed'; readonly reason: string };

export type CallAnswer =
  | { readonly calls: readonly CallOutcome[] }
  /** The file could not be loaded, or has no such function; nothing was called. */
  | { readonly loadError: ProgramError };

export type CallOutcome =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ProgramError };

export type ProgramError = {
  /** As the language names it, for example `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Frames of the program's own files only. */
  readonly traceback: string;
  /** 1-based line of the program's main file, where one is known. */
  readonly line?: number;
};

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
  /** 1-based character of the query. */
  readonly position?: number;
};

export type ProfileReport = {
  readonly profile: Profile;
  readonly usable: boolean;
  /** Why it is not usable, or why it is weaker than it could be, in words for an operator. Empty when nothing is missing. */
  readonly missing: readonly string[];
  /** For example `user namespace`, `seccomp`, `memory cgroup v1`. */
  readonly isolation: readonly string[];
  /** Name to version of the language and the packages a candidate may use. */
  readonly versions: Readonly<Record<string, string>>;
};
