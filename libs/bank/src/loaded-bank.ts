import type { BankFile } from './bank-file';
import type { BankIssue, Planted, Skill } from './bundle';
import type { QuestionBundle } from './kinds/registry';

/** A question whose folder has no issues. */
export type LoadedQuestion = Planted & {
  readonly bundle: QuestionBundle;
  /** SHA-256 of the canonical JSON of the bundle, in hex. The id of the version. */
  readonly hash: string;
};

/** What `readBank` makes of the files of a bank. */
export type LoadedBank = {
  /** Null when `bank.yaml` is missing or broken; then nothing is loaded. */
  readonly bank: BankFile | null;
  readonly questions: readonly LoadedQuestion[];
  readonly skills: readonly Skill[];
  /** Id to sentence. */
  readonly misconceptions: Readonly<Record<string, string>>;
  /** A question with an issue is left out whole; the others are there. */
  readonly issues: readonly BankIssue[];
};
