import type { Sandbox } from '@holdout/sandbox';
import type { RunJob } from '../contract/job';
import { verdictOfAll } from '../judge/judge';
import type { Material } from '../contract/material';
import { exerciseOf } from '../contract/material';
import { type CaseReport, GRADER_VERSION, type MetricReport, type RunReport } from '../contract/report';
import { runCalls } from './run-calls';
import { runModelPublicly } from './run-model';
import { runQueries } from './run-queries';
import type { Runner } from '../contract/runner';
import { runnerOf } from '../contract/runner';

/**
 * Runs code on the public cases, each in a new box, or on the candidate's own input, and reports inputs, answers and
 * output. For the candidate's own input, `passed` means that the code returned a value.
 */
export async function runPublic(
  job: RunJob,
  material: Material,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<RunReport> {
  const { cases, metric } = await ranBy(job, material, runnerOf(sandbox, signal));
  return { graderVersion: GRADER_VERSION, verdict: verdictOfAll(cases.map(({ verdict }) => verdict)), cases, metric };
}

type Ran = { readonly cases: readonly CaseReport[]; readonly metric: MetricReport | null };

async function ranBy(job: RunJob, material: Material, run: Runner): Promise<Ran> {
  const exercise = exerciseOf(material);
  switch (exercise.kind) {
    case 'calls':
      return { cases: await runCalls(job, exercise.bundle, exercise.data, run), metric: null };
    case 'queries':
      return { cases: await runQueries(job.source, exercise.bundle, exercise.data, run), metric: null };
    case 'model':
      return runModelPublicly(job, exercise.bundle, { ...exercise.data, hash: material.dataHash }, run);
  }
}
