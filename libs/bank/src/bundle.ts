import type { Language } from './languages';
import type { QuestionKind } from './question-kinds';

/**
 * One immutable version of a question, compiled from its folder. `candidate` is all that may reach a candidate before
 * the answer; `secret` holds keys, solutions, generators and explanations and never leaves the server side.
 */
export type BundleOf<K extends QuestionKind, Candidate, Secret> = {
  readonly format: 1;
  /** `<bank>/<kind>.<slug>`; it never changes. */
  readonly id: string;
  readonly kind: K;
  readonly title: string;
  /** Absent, not empty, if the question has none, so that the hashes of questions without one do not change. */
  readonly subtitle?: string;
  readonly skills: readonly string[];
  readonly level: number;
  readonly minutes: number;
  readonly licence: string;
  readonly sources: readonly string[];
  readonly candidate: Statement & Candidate;
  readonly secret: { readonly explanation: string } & Secret;
};

export type Statement = {
  /** Markdown with `$…$` maths; numeric families insert drawn parameters for `{{name}}`. */
  readonly statement: string;
  /** Markdown, revealed one at a time on request. */
  readonly hints: readonly string[];
};

export type DatasetShown = {
  readonly id: string;
  readonly title: string;
  readonly origin: 'real' | 'simulated';
  readonly licence: string;
  readonly source: string;
  readonly url: string | null;
  readonly description: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly description: string }[];
};

export type SourceFile = { readonly path: string; readonly text: string };

/** A planted wrong solution. Not part of the bundle, because only the check of a bank reads it. */
export type Mutant = {
  readonly language: Language;
  readonly source: SourceFile;
  readonly misconception: string;
  readonly fails: readonly string[];
  readonly by: 'answer' | 'time' | 'memory' | 'crash' | 'rule' | 'metric';
  readonly metric?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
};

/** Correct and wrong solutions that come with a question; only the check of a bank reads them. */
export type Planted = {
  readonly alternatives: readonly { readonly language: Language; readonly source: SourceFile }[];
  readonly mutants: readonly Mutant[];
  /** Small faults in the references that do not change the behaviour, so that no case can detect them. */
  readonly waived?: readonly { readonly language: Language; readonly fault: string; readonly why: string }[];
  /** Numeric families: a second method to compute the answer. */
  readonly oracle: SourceFile | null;
};

/** A mistake in a bank that a person must fix. */
export type BankIssue = {
  /** Path from the top of the bank. */
  readonly file: string;
  /** 1-based; absent if the issue concerns the whole file or folder. */
  readonly line?: number;
  /** What is wrong and what to do. */
  readonly message: string;
};

export type Skill = {
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
  readonly domainName: string;
  readonly aliases: readonly string[];
};

/** One draw of a numeric family. Only `shown` reaches the candidate before the answer. */
export type NumericVariant = {
  readonly shown: Readonly<Record<string, number | string>>;
  readonly answer: { readonly value: number; readonly absTol?: number; readonly relTol?: number };
  readonly wrong: readonly { readonly value: number; readonly misconception: string }[];
  /** Further values that the explanation may name as `{{name}}`. */
  readonly explained?: Readonly<Record<string, number | string>>;
};
