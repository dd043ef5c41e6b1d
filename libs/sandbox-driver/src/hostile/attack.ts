import type { End, Limits } from '@holdout/sandbox';

export const CLASSES = ['resources', 'escape', 'persistence', 'forgery', 'snooping'] as const;
export type AttackClass = (typeof CLASSES)[number];
export type HostileLanguage = 'python' | 'javascript' | 'typescript' | 'r' | 'postgresql' | 'sqlite';

/**
 * A hostile program, and what must come of it.
 *
 * A source defines `solve`, or is one statement of SQL. `{tcp}`, `{path}`, `{abstract}`, `{canary}` and `{secret}` in it
 * stand for what the ground of the fight has.
 */
export type Attack = {
  readonly id: string;
  readonly language: HostileLanguage;
  readonly class: AttackClass;
  readonly source: string;
  readonly limits?: Partial<Limits>;
  /** How the box may find that it ended; by an answer when left out. */
  readonly ends?: readonly End[];
  /** What it tells of what it saw and could do, as Jest matches values; for SQL the rows, or the code of an error. */
  readonly saw?: unknown;
  /** A program of somebody else, run and ended before it. */
  readonly before?: string;
  /** A program of somebody else that runs at the same time, and must not notice. */
  readonly beside?: { readonly source: string; readonly saw: unknown };
  /** A program of somebody else that comes after it. */
  readonly next?: { readonly source: string; readonly saw: unknown };
  /**
   * Proof that the check can fail. `outside`: without a jail the same, with what comes before and after it in one
   * process, meets it no longer. For a forgery: a grader in the candidate's own process believes it.
   */
  readonly control?: 'outside';
};

type Told = Omit<Attack, 'id' | 'language' | 'class'>;

/** A table of attacks of one language and class, by name. */
export function attacks(
  language: HostileLanguage,
  kind: AttackClass,
  table: Readonly<Record<string, Told>>,
): readonly Attack[] {
  return Object.entries(table).map(([name, told]) => ({
    id: `${language}: ${kind}: ${name}`,
    language,
    class: kind,
    ...told,
  }));
}

export const overLimit = (limit: Extract<End, { kind: 'overLimit' }>['limit']): End => ({ kind: 'overLimit', limit });

/** For what only ends because it is ended. */
export const BRIEF: Partial<Limits> = { cpuMs: 1000, wallMs: 1200 };
/** For what must be ended by its processor time, on a machine that may be busy. */
export const SPINNING: Partial<Limits> = { cpuMs: 1000, wallMs: 8000 };

/** Matches numbers under a bound. */
export function below(bound: number): unknown {
  return { asymmetricMatch: (seen: unknown) => typeof seen === 'number' && seen < bound, toString: () => `< ${bound}` };
}
