/** A reason why a question does not grade fairly, for its author to fix. */
export type Finding = {
  /** The id of the broken rule. */
  readonly rule: string;
  /** Path inside the question's folder; absent if the finding concerns the whole question. */
  readonly file?: string;
  /** What is wrong and what to do. */
  readonly message: string;
};

/** Counts of the small faults planted in a reference solution. */
export type FaultCount = {
  readonly planted: number;
  readonly caught: number;
  /** Survivors that the author has waived with a reason: they do not change the behaviour. */
  readonly waived: number;
};

export type QuestionReport = {
  readonly id: string;
  /** The hash of what was checked; see `checkKeyOf`. */
  readonly key: string;
  readonly findings: readonly Finding[];
  /** By language; absent for a question without code. */
  readonly faults?: Readonly<Record<string, FaultCount>>;
};
