import type { Language, NumericVariant } from '@holdout/bank';
import type { SqlAnswer, SqlCell, Value } from '@holdout/sandbox';
import type { GradeReport, RunReport } from './report';

/** A job in the queue. Its seeds come from the API, the only process that knows the installation's secret. */
export type Job = GradeJob | RunJob | MaterializeJob | DrawVariantsJob;

/** Grade a submission on the hidden cases. */
export type GradeJob = {
  readonly kind: 'grade';
  readonly submissionId: string;
  readonly bundleHash: string;
  readonly scope: string;
  readonly language: Language;
  readonly source: string;
};

/** Run code on the public cases or on the candidate's own input. */
export type RunJob = {
  readonly kind: 'run';
  readonly submissionId: string;
  readonly bundleHash: string;
  readonly scope: string;
  readonly language: Language;
  readonly source: string;
  /** JSON of the positional arguments, as the candidate typed it. Always null for SQL and model questions. */
  readonly ownInput: string | null;
};

/** Make and store the public and hidden cases of one version for one scope, with their expected outputs. */
export type MaterializeJob = {
  readonly kind: 'materialize';
  readonly bundleHash: string;
  /** `practice`, or the id of an assessment version. */
  readonly scope: string;
  /** Decimal, below 2^53. */
  readonly publicSeed: string;
  readonly hiddenSeed: string;
};

/** Draw `count` distinct variants of a numeric family. */
export type DrawVariantsJob = {
  readonly kind: 'drawVariants';
  readonly bundleHash: string;
  /** 64 hex digits; variant i is drawn from this seed and i. */
  readonly seed: string;
  readonly count: number;
};

export type JobReport =
  | { readonly kind: 'grade'; readonly report: GradeReport }
  | { readonly kind: 'run'; readonly report: RunReport }
  /** The data itself is stored before the report; these are its hashes. */
  | { readonly kind: 'materialize'; readonly publicHash: string; readonly hiddenHash: string }
  | { readonly kind: 'drawVariants'; readonly variants: readonly NumericVariant[] };

/** Inputs and expected outputs of one version, one scope and one part. Stored by hash and never deleted. */
export type MaterializedData = MaterializedCalls | MaterializedQueries | MaterializedModel;

export type MaterializedCalls = {
  readonly kind: 'calls';
  readonly groups: readonly {
    readonly name: string;
    readonly cases: readonly CallCase[];
  }[];
};

export type CallCase = {
  readonly args: readonly Value[];
  /** What the reference returns. */
  readonly expected: Value;
  /** All accepted answers, where there are several; the reference's is one of them. */
  readonly anyOf?: readonly Value[];
};

export type SqlTables = Readonly<Record<string, readonly Readonly<Record<string, SqlCell>>[]>>;

export type MaterializedQueries = {
  readonly kind: 'queries';
  readonly groups: readonly {
    readonly name: string;
    readonly cases: readonly {
      readonly tables: SqlTables;
      readonly expected: Extract<SqlAnswer, { columns: unknown }>;
    }[];
  }[];
};

export type MaterializedModel = {
  readonly kind: 'model';
  readonly train: Value;
  readonly test: Value;
  /** One number per row of `test`. */
  readonly truth: readonly number[];
  /** One key per row of `test`: the bootstrap resamples rows with the same key together. Null resamples single rows. */
  readonly resampleBy: readonly (string | number)[] | null;
  /** One key per row of `test`, for a metric by groups. */
  readonly groups?: readonly (string | number)[];
  /** By name, one flag per row of `test`, for guards on a slice of the rows. */
  readonly slices?: Readonly<Record<string, readonly boolean[]>>;
  /** The metric of the baseline on these rows; absent in data made before baselines existed. */
  readonly baseline?: number;
  /** The metric of the reference solution on these rows. */
  readonly reference: number;
};
