import type { Language } from '@holdout/bank';

/** Where a command runs and whom it speaks to. */
export type Terminal = {
  /** The checkout, where the bank, the packages and the box lie. */
  readonly workspace: string;
  /** What paths on the command line start from. */
  readonly cwd: string;
  readonly print: (text: string) => void;
  /** For people only; a program that reads what is printed never sees it. */
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
  /** Banks besides the checkout's, from HOLDOUT_BANKS. */
  readonly banks?: readonly string[];
  /** Those that are offered here, from HOLDOUT_LANGUAGES; all of them, if left out. */
  readonly languages?: readonly Language[];
};

const QUICK_MS = 2000;

/** Says what is being done once it takes longer than a person waits without wondering. */
export async function slowly<T>({ tell }: Terminal, title: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => tell(`${title} …`), QUICK_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
