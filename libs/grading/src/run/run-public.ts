import type { RunJob } from '../contract/job';
import { verdictOfAll } from '../judge/judge';
import type { GradingSandbox } from '../judge/judging';
import { type Exercise, exerciseOf, type Material } from '../contract/material';
import { type CaseReport, GRADER_VERSION, type MetricReport, type RunReport } from '../contract/report';
import { runCalls } from './run-calls';
import { runModelPublicly } from './run-model';
import { runQueries } from './run-queries';
import { type Meter, meterOf } from './meter';
import { runnerOf } from '../contract/runner';

/**
 * Runs code on the public cases, each in a new box, or on the candidate's own input, and reports inputs, answers and
 * output. After the second case over a limit the others are not run. For the candidate's own input, `passed` means that the code returned a value.
 */
export async function runPublic(
  job: RunJob,
  material: Material,
  sandbox: GradingSandbox,
  signal: AbortSignal,
): Promise<RunReport> {
  const exercise = exerciseOf(material);
  const meter = meterOf(exercise, job.language, sandbox, runnerOf(sandbox, signal));
  const { cases, metric } = await ranBy(job, exercise, { hash: material.dataHash, meter });
  return { graderVersion: GRADER_VERSION, verdict: verdictOfAll(cases.map(({ verdict }) => verdict)), cases, metric };
}

type Ran = { readonly cases: readonly CaseReport[]; readonly metric: MetricReport | null };

async function ranBy(
  job: RunJob,
  exercise: Exercise,
  { hash, meter }: { readonly hash: string; readonly meter: Meter },
): Promise<Ran> {
  switch (exercise.kind) {
    case 'calls':
      return { cases: await runCalls(job, exercise.bundle, exercise.data, meter), metric: null };
    case 'queries':
      return { cases: await runQueries(job.source, exercise.bundle, exercise.data, meter), metric: null };
    case 'model':
      return runModelPublicly(job, exercise.bundle, { ...exercise.data, hash }, meter);
  }
}
