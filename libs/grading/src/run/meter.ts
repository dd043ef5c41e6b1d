import type { Language } from '@holdout/bank';
import type { Program, Run } from '@holdout/sandbox';
import type { Runner } from '../contract/runner';
import type { GradingSandbox, Judge } from '../judge/judging';
import { judgeHere } from '../judge/judging';
import type { Exercise } from '../contract/material';
import { limitsIn } from './programs';

/** After this many runs over a limit, the rest of a submission is not run. */
const OVER_LIMIT_AT_MOST = 2;

/**
 * Runs the boxes of one submission and adds up what they cost. Each box has its own limits; without a limit on their sum,
 * a program that sleeps in every group would hold a slot for minutes.
 */
export class Meter {
  private overLimit = 0;
  private leftMs: number;

  constructor(
    private readonly runner: Runner,
    private readonly wallMs: number,
    /** Compares the answers. */
    readonly judge: Judge = judgeHere,
  ) {
    this.leftMs = wallMs;
  }

  /** Whether nothing more may be run. */
  get isSpent(): boolean {
    return this.overLimit >= OVER_LIMIT_AT_MOST || this.leftMs <= 0;
  }

  /** Runs a program for the rest of the submission's wall time at most. */
  readonly run = async (program: Program): Promise<Run> => {
    const { limits } = program;
    const wallMs = Math.max(1, Math.min(limits.wallMs, this.leftMs));
    const run = await this.runner({ ...program, limits: { ...limits, wallMs } });
    this.leftMs -= run.wallMs;
    if (run.end.kind !== 'overLimit') return run;
    this.overLimit += 1;
    if (run.end.limit !== 'wall' || wallMs === limits.wallMs) return run;
    this.leftMs = 0;
    return { ...run, end: { ...run.end, limit: 'total', totalMs: this.wallMs } };
  };
}

/**
 * The meter of one submission. Each part of the exercise, a group of cases or a run of a model, may use its CPU time, and
 * one of them may also sleep until its own wall limit.
 */
export function meterOf(
  exercise: Exercise,
  language: Language,
  { judge }: Pick<GradingSandbox, 'judge'>,
  runner: Runner,
): Meter {
  const { cpuMs, wallMs } = limitsIn(exercise.bundle, language);
  return new Meter(runner, wallMs + partsOf(exercise) * cpuMs, judge);
}

function partsOf(exercise: Exercise): number {
  return exercise.kind === 'model' ? (exercise.bundle.candidate.runs?.count ?? 1) : exercise.data.groups.length;
}
