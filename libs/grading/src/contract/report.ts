import type { MetricName } from '@holdout/bank';

/** Incremented whenever the same submission on the same data may get a different verdict. */
export const GRADER_VERSION = '4';

/** The result of one run, one group or one submission. Anything unknown is a failure of ours: `notGraded`. */
export type Verdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'wrongAnswer'; readonly hint?: string }
  /** `total` is the wall time of all runs of the submission. */
  | { readonly kind: 'timeLimit'; readonly limit: 'cpu' | 'wall' | 'total'; readonly limitMs: number }
  | { readonly kind: 'memoryLimit'; readonly limitBytes: number }
  | { readonly kind: 'outputLimit'; readonly limitBytes: number }
  /** `detail` may quote the program's output: present for public cases only. */
  | { readonly kind: 'crashed'; readonly error: string; readonly detail?: string; readonly line?: number }
  | { readonly kind: 'exitedEarly' }
  | { readonly kind: 'forbiddenCall' }
  /** The question forbids it. `argument`, from 1, is present for public cases only, as is `name` after loading. */
  | { readonly kind: 'mutatedInput'; readonly argument?: number }
  | { readonly kind: 'forbiddenImport'; readonly name?: string; readonly line?: number }
  /** An answer that cannot be read as what the question asks for. `reason` contains no input. */
  | { readonly kind: 'invalidAnswer'; readonly reason: string }
  /** The submission had used up its limits before; counts as failed, because it was the program that used them. */
  | { readonly kind: 'notRun' }
  | { readonly kind: 'notGraded'; readonly reason: string };

export type VerdictKind = Verdict['kind'];

export type Usage = {
  readonly cpuMs: number | null;
  readonly wallMs: number;
  readonly memoryBytes: number | null;
};

export type GroupReport = Usage & {
  readonly name: string;
  readonly verdict: Verdict;
  readonly passed: number;
  readonly total: number;
};

export type MetricReport = {
  readonly name: MetricName;
  readonly value: number;
  /** 95 % and 50 % bootstrap percentile intervals. */
  readonly low: number;
  readonly high: number;
  readonly innerLow: number;
  readonly innerHigh: number;
  /** The number of resampled units, and what a unit is: `rows`, or the question's name for its groups. */
  readonly n: number;
  readonly unit: string;
  readonly pass: number;
  readonly stretch: number;
  /** The metric of the baseline and of the reference on the same rows. No baseline in data made before baselines existed. */
  readonly baseline: number | null;
  readonly reference: number;
  readonly guards: readonly GuardReport[];
  /** The range of the metric over the runs, and its limit; null if there was one run. */
  readonly spread: number | null;
  readonly maxSpread: number | null;
};

/** A limit that must be met in addition to the pass line. */
export type GuardReport = {
  readonly title: string;
  readonly name: MetricName;
  readonly value: number;
  readonly limit: number;
  readonly isKept: boolean;
};

/** The grader's result for a submission. Contains no input, no expected output and no output of the program. */
export type GradeReport = {
  readonly graderVersion: string;
  readonly bundleHash: string;
  readonly dataHash: string;
  readonly verdict: Verdict;
  readonly groups: readonly GroupReport[];
  readonly metric: MetricReport | null;
};

/** One public case, or the candidate's own input: all of it may be shown. Texts are truncated to 4,000 characters. */
export type CaseReport = Usage & {
  readonly group: string;
  readonly verdict: Verdict;
  readonly input: string;
  /** Null for the candidate's own input. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** SQL: the rows of the query, at most 200, for the output grid. */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | null)[])[];
  } | null;
};

export type RunReport = {
  readonly graderVersion: string;
  readonly verdict: Verdict;
  readonly cases: readonly CaseReport[];
  readonly metric: MetricReport | null;
};
