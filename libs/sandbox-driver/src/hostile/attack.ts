import type { End, Limits } from '@holdout/sandbox';

/** What an attack tries: exhaust resources, escape, persist, forge an answer, or read what it must not. */
export const CLASSES = ['resources', 'escape', 'persistence', 'forgery', 'snooping'] as const;
export type AttackClass = (typeof CLASSES)[number];
export type HostileLanguage = 'python' | 'javascript' | 'typescript' | 'r' | 'postgresql' | 'sqlite';

/**
 * A hostile program and its expected outcome.
 *
 * A source defines `solve`, or is one SQL statement. `{tcp}`, `{path}`, `{abstract}`, `{canary}`, `{secret}` and
 * `{sentinel}` in it are replaced by the names of the host targets.
 */
export type Attack = {
  readonly id: string;
  readonly language: HostileLanguage;
  readonly class: AttackClass;
  readonly source: string;
  readonly limits?: Partial<Limits>;
  /** The allowed ends of the run; an answer by default. */
  readonly ends?: readonly End[];
  /** What it reports of what it could see and do, as a Jest pattern; for SQL the rows, or the code of an error. */
  readonly expected?: unknown;
  /** Another candidate's program that has run and ended before it. */
  readonly before?: string;
  /** Another candidate's program that runs concurrently and must not be affected. */
  readonly concurrent?: { readonly source: string; readonly expected: unknown };
  /** Another candidate's program that runs after it. */
  readonly next?: { readonly source: string; readonly expected: unknown };
  /**
   * Proof that the check can fail. `outside`: run without a jail, in one process with the programs before and after it,
   * the outcome differs from the expected one. For a forgery: a grader in the candidate's own process accepts it.
   */
  readonly control?: 'outside';
};

type Spec = Omit<Attack, 'id' | 'language' | 'class'>;

/** The attacks of one language and class, by name. */
export function attacks(
  language: HostileLanguage,
  kind: AttackClass,
  table: Readonly<Record<string, Spec>>,
): readonly Attack[] {
  return Object.entries(table).map(([name, spec]) => ({
    id: `${language}: ${kind}: ${name}`,
    language,
    class: kind,
    ...spec,
  }));
}

/** The end of a run that exceeded a limit. */
export const overLimit = (limit: 'cpu' | 'wall' | 'memory' | 'output'): End => ({ kind: 'overLimit', limit });

/** For programs that end only at a limit. */
export const SHORT_WALL: Partial<Limits> = { cpuMs: 1000, wallMs: 1200 };
/** For programs that must end at the CPU limit, even on a busy machine. */
export const SHORT_CPU: Partial<Limits> = { cpuMs: 1000, wallMs: 8000 };

/** A Jest pattern for numbers under a bound. */
export function below(bound: number): unknown {
  return {
    asymmetricMatch: (value: unknown) => typeof value === 'number' && value < bound,
    toString: () => `< ${bound}`,
  };
}
