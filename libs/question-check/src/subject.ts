import type { LoadedQuestion, Rng } from '@holdout/bank';
import type { Finding, FaultCount } from './finding';
import type { Lab } from './lab';

/** The question that a rule checks, and the means to run it. */
export type Subject = {
  readonly question: LoadedQuestion;
  readonly lab: Lab;
  /** Random numbers for a purpose, the same at every check of this version. */
  readonly dice: (purpose: string) => Rng;
};

/** A requirement on every question to which it applies. */
export type Rule = {
  readonly id: string;
  /** The requirement, as a sentence. */
  readonly says: string;
  check(subject: Subject): Promise<RuleReport>;
};

export type RuleReport = {
  readonly findings: readonly Finding[];
  readonly faults?: Readonly<Record<string, FaultCount>>;
};

export const KEPT: RuleReport = { findings: [] };
