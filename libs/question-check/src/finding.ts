/** One thing that keeps a question from grading fairly, for its author to mend. */
export type Finding = {
  /** Which rule it breaks. */
  readonly rule: string;
  /** Path inside the question's folder; absent where the whole question is meant. */
  readonly file?: string;
  /** What is wrong and what to do. */
  readonly message: string;
};

/** Small faults planted in the reference, and what became of them. */
export type FaultCount = {
  readonly planted: number;
  readonly caught: number;
  /** Survivors that the author has shown to change nothing. */
  readonly waived: number;
};

export type QuestionReport = {
  readonly id: string;
  /** What was checked, with everything that only the check looks at; see `checkKeyOf`. */
  readonly key: string;
  readonly findings: readonly Finding[];
  /** By language; absent for what has no code. */
  readonly faults?: Readonly<Record<string, FaultCount>>;
};
