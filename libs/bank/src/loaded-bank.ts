import type { BankFile } from './bank-file';
import type { BankIssue, Planted, Skill } from './bundle';
import type { QuestionBundle } from './kinds/registry';

/** A question whose folder has no issues but warnings. */
export type LoadedQuestion = Planted & {
  readonly bundle: QuestionBundle;
  /** SHA-256 of the canonical JSON of the bundle, in hex. The id of the version. */
  readonly hash: string;
};

/** The result of `readBank`. */
export type LoadedBank = {
  /** Null if `bank.yaml` is missing or invalid; then nothing is loaded. */
  readonly bank: BankFile | null;
  readonly questions: readonly LoadedQuestion[];
  readonly skills: readonly Skill[];
  /** Sentences by id. */
  readonly misconceptions: Readonly<Record<string, string>>;
  /** Questions with issues other than warnings are left out; the others are loaded. */
  readonly issues: readonly BankIssue[];
};
