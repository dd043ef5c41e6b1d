import type { LoadedQuestion, Rng } from '@holdout/bank';
import type { Finding, FaultCount } from './finding';
import type { Lab } from './lab';

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
