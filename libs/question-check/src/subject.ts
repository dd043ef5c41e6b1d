import type { CodeBundle, Language, LoadedQuestion, ModelBundle } from '@holdout/bank';
import type { Rng } from '@holdout/bank';
import type { Finding, FaultCount } from './finding';
import type { Lab } from './lab';

export type Runnable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

/** What a rule looks at. */
export type Subject = {
  readonly question: LoadedQuestion;
  readonly lab: Lab;
  /** The dice of this question, the same at every check of this version. */
  readonly dice: (purpose: string) => Rng;
};

/** One thing that is asked of every question that it concerns. */
export type Rule = {
  readonly id: string;
  /** What holds for a question that keeps it. */
  readonly says: string;
  check(subject: Subject): Promise<RuleReport>;
};

export type RuleReport = {
  readonly findings: readonly Finding[];
  readonly faults?: Readonly<Record<string, FaultCount>>;
};

export const KEPT: RuleReport = { findings: [] };

export function runnableOf({ question }: Subject): Runnable | null {
  const { bundle } = question;
  return bundle.kind === 'code' || bundle.kind === 'model' ? { ...question, bundle } : null;
}

/** The languages that a question is answered in, in a fixed order. */
export function languagesOf({ bundle }: Runnable): readonly Language[] {
  return (Object.keys(bundle.candidate.languages) as Language[]).sort();
}
