import { join, relative } from 'node:path';
import type { Language } from '@holdout/bank';
import type { Sandbox } from '@holdout/sandbox';

/** The environment of a command: its directories, its output and its settings. */
export type Terminal = {
  /** The checkout, with the bank, the npm packages and the box's programs. */
  readonly workspace: string;
  /** The directory to which paths on the command line are relative. */
  readonly cwd: string;
  readonly print: (text: string) => void;
  /** Writes to standard error: messages that must not mix with the printed result. */
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
  /** Further banks, from HOLDOUT_BANKS. */
  readonly banks?: readonly string[];
  /** The offered languages, from HOLDOUT_LANGUAGES; absent for all. */
  readonly languages?: readonly Language[];
  /** The API token, from HOLDOUT_TOKEN; absent or empty if there is none. */
  readonly token?: string | undefined;
  /** An open sandbox to use; if absent, a command opens its own. */
  readonly sandbox?: Sandbox;
};

/** The command that runs this program, relative to the current directory, for messages that tell the user what to run. */
export function programPath({ workspace, cwd }: Pick<Terminal, 'workspace' | 'cwd'>): string {
  const path = relative(cwd, join(workspace, 'holdout'));
  return path.startsWith('..') ? path : `./${path}`;
}

const QUICK_MS = 2000;

/** Prints the title if the work takes longer than two seconds. */
export async function slowly<T>({ tell }: Terminal, title: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => tell(`${title} …`), QUICK_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
