import { hashOf } from '@holdout/bank';
import type { CodeBundle, Language, ModelBundle } from '@holdout/bank';
import type { Fault } from '@holdout/faults';
import type { Solution, Tools } from '@holdout/faults';
import { plantFaults } from '@holdout/faults';
import type { GradeReport, Material, Materialized, MaterializedData } from '@holdout/grading';
import { grade, materialize } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import type { Margins } from './margins';
import type { Runnable } from './runnable';

export type LabOptions = {
  readonly sandbox: Sandbox;
  readonly signal: AbortSignal;
  readonly sha256: (text: string) => string;
  readonly programs: Tools['programs'];
  /** The misconceptions of the bank: sentence by id. */
  readonly misconceptions: Readonly<Record<string, string>>;
  readonly margins: Margins;
};

/** A program to grade. */
export type Attempt = { readonly language: Language; readonly source: string };

/** Runs the solutions of questions. Cases are generated as by the service, and cached in the instance. */
export class Lab {
  private readonly made = new Map<string, Promise<Materialized>>();
  private readonly graded = new WeakMap<MaterializedData, Map<string, Promise<GradeReport>>>();

  constructor(private readonly options: LabOptions) {}

  get sandbox(): Sandbox {
    return this.options.sandbox;
  }

  get margins(): Margins {
    return this.options.margins;
  }

  get signal(): AbortSignal {
    return this.options.signal;
  }

  /** The public and hidden cases for a seed, cached by version and seed. */
  materialize({ bundle, hash }: Runnable, seed: number): Promise<Materialized> {
    const key = `${hash} ${seed}`;
    const known = this.made.get(key) ?? this.make(bundle, hash, seed);
    this.made.set(key, known);
    return known;
  }

  /** The report on a program. Another sandbox can be given, for example one that answers by a fixed rule. */
  async grade(
    { bundle, hash }: Runnable,
    data: MaterializedData,
    attempt: Attempt,
    sandbox: Sandbox = this.options.sandbox,
  ): Promise<GradeReport> {
    const job = { kind: 'grade' as const, submissionId: 'check', bundleHash: hash, scope: 'check', ...attempt };
    const material: Material = { bundle, data, dataHash: hash };
    return grade(job, material, sandbox, this.options.signal);
  }

  /** The report on a program that several rules need, cached: training a model takes seconds. */
  gradeOnce(question: Runnable, data: MaterializedData, attempt: Attempt): Promise<GradeReport> {
    const known = this.graded.get(data) ?? new Map<string, Promise<GradeReport>>();
    this.graded.set(data, known);
    const key = `${attempt.language}\n${attempt.source}`;
    const report = known.get(key) ?? this.grade(question, data, attempt);
    known.set(key, report);
    return report;
  }

  /** Whether the bank defines a misconception with this id. */
  isMisconception(id: string): boolean {
    return Object.hasOwn(this.options.misconceptions, id);
  }

  /** The small faults that can be planted in a solution. */
  plant(solution: Solution): Promise<readonly Fault[]> {
    return plantFaults(solution, this.options);
  }

  /** The SHA-256 of the canonical JSON of a value, in hex. */
  hashOf(content: unknown): string {
    return hashOf(content, this.options.sha256);
  }

  private make(bundle: CodeBundle | ModelBundle, hash: string, seed: number): Promise<Materialized> {
    const seeds = { publicSeed: String(seed), hiddenSeed: String(seed + 1_000_003) };
    const job = { kind: 'materialize' as const, bundleHash: hash, scope: 'check', ...seeds };
    return materialize(job, bundle, this.options.sandbox, this.options.signal);
  }
}
