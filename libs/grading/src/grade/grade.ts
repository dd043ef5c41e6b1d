import { gradeCalls } from './grade-calls';
import { gradeModel } from './grade-model';
import { gradeQueries } from './grade-queries';
import type { GradeJob } from '../contract/job';
import { verdictOfAll } from '../judge/judge';
import type { GradingSandbox } from '../judge/judging';
import { narrowVerdict } from '../judge/narrow';
import type { Material } from '../contract/material';
import { type Exercise, exerciseOf } from '../contract/material';
import { type Meter, meterOf } from '../run/meter';
import { GRADER_VERSION, type GradeReport, type GroupReport, type MetricReport } from '../contract/report';
import { runnerOf } from '../contract/runner';
import type { Solution } from '../contract/solution';

export type Graded = { readonly groups: readonly GroupReport[]; readonly metric: MetricReport | null };

/**
 * Runs a submission on hidden cases, in a new box for each group, and compares the answers outside it. After the second
 * group over a limit, and when the time for the whole submission is over, the other groups are not run. Rejects if
 * aborted; a failure of the sandbox is a report with the verdict `notGraded`.
 */
export async function grade(
  job: GradeJob,
  material: Material,
  sandbox: GradingSandbox,
  signal: AbortSignal,
): Promise<GradeReport> {
  const exercise = exerciseOf(material);
  const meter = meterOf(exercise, job.language, sandbox, runnerOf(sandbox, signal));
  const { groups: judged, metric } = await gradedBy(job, exercise, { hash: material.dataHash, meter });
  const groups = judged.map((group) => ({ ...group, verdict: narrowVerdict(group.verdict, job.language) }));
  return {
    graderVersion: GRADER_VERSION,
    bundleHash: job.bundleHash,
    dataHash: material.dataHash,
    verdict: verdictOfAll(groups.map(({ verdict }) => verdict)),
    groups,
    metric,
  };
}

async function gradedBy(
  solution: Solution,
  exercise: Exercise,
  { hash, meter }: { readonly hash: string; readonly meter: Meter },
): Promise<Graded> {
  switch (exercise.kind) {
    case 'calls':
      return { groups: await gradeCalls(solution, exercise.bundle, exercise.data, meter), metric: null };
    case 'queries':
      return { groups: await gradeQueries(solution.source, exercise.bundle, exercise.data, meter), metric: null };
    case 'model':
      return gradeModel(solution, exercise.bundle, { ...exercise.data, hash }, meter);
  }
}
