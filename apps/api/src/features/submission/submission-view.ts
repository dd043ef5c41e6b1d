import type { GroupShown } from '@holdout/bank';
import { isHigherBetter } from '@holdout/bank';
import type { CaseReport, GradeReport, MetricReport, RunReport, Verdict as GradedVerdict } from '@holdout/grading';
import type { SubmissionRow } from '@holdout/persistence';
import type {
  CaseRun,
  GroupVerdict,
  MetricScore,
  SubmissionStatus,
  Verdict,
  VerdictKind,
} from '../../generated/resolvers';

const KINDS = {
  passed: 'PASSED',
  wrongAnswer: 'WRONG_ANSWER',
  timeLimit: 'TIME_LIMIT',
  memoryLimit: 'MEMORY_LIMIT',
  outputLimit: 'OUTPUT_LIMIT',
  crashed: 'CRASHED',
  exitedEarly: 'EXITED_EARLY',
  forbiddenCall: 'FORBIDDEN_CALL',
  invalidAnswer: 'INVALID_ANSWER',
  notGraded: 'NOT_GRADED',
} as const satisfies Record<GradedVerdict['kind'], VerdictKind>;

/** The grader's report of a run; null for a submission and while there is none. */
export function runReportOf(submission: SubmissionRow): RunReport | null {
  return submission.purpose === 'run' && submission.report !== null ? (submission.report as RunReport) : null;
}

/** The grader's report of a submission; null for a run and while there is none. */
export function gradeReportOf(submission: SubmissionRow): GradeReport | null {
  const report = submission.report as Partial<GradeReport> | null;
  return submission.purpose === 'submit' && report?.groups !== undefined ? (report as GradeReport) : null;
}

export function statusOf(submission: SubmissionRow, placeInQueue: number | null): SubmissionStatus {
  if (submission.gradedAt !== null) return 'GRADED';
  return placeInQueue === null ? 'RUNNING' : 'QUEUED';
}

export function verdictOf(verdict: GradedVerdict): Verdict {
  const shown = { __typename: 'Verdict' as const, ...NOTHING_MORE, kind: KINDS[verdict.kind] };
  switch (verdict.kind) {
    case 'passed':
    case 'exitedEarly':
    case 'forbiddenCall':
      return shown;
    case 'wrongAnswer':
      return { ...shown, reason: verdict.hint ?? null };
    case 'timeLimit':
      return { ...shown, timeLimit: verdict.limit === 'cpu' ? 'CPU' : 'WALL', limit: verdict.limitMs };
    case 'memoryLimit':
    case 'outputLimit':
      return { ...shown, limit: verdict.limitBytes };
    case 'crashed':
      return { ...shown, reason: verdict.error, traceback: verdict.detail ?? null, line: verdict.line ?? null };
    case 'invalidAnswer':
      return { ...shown, reason: verdict.reason };
    case 'notGraded':
      // What failed on our side is for the operator's log, not for the candidate.
      return shown;
  }
}

const NOTHING_MORE = { timeLimit: null, limit: null, reason: null, traceback: null, line: null };

export function groupVerdicts(report: GradeReport, groups: readonly GroupShown[]): GroupVerdict[] {
  return report.groups.map((group) => {
    const shown = groups.find((each) => each.name === group.name);
    return {
      name: group.name,
      title: shown?.title ?? group.name,
      hint: shown?.hint ?? null,
      verdict: verdictOf(group.verdict),
      passed: group.passed,
      total: group.total,
      points: shown?.points ?? 0,
      cpuMs: group.cpuMs,
      wallMs: group.wallMs,
      memoryBytes: group.memoryBytes,
    };
  });
}

export function caseRun(report: CaseReport): CaseRun {
  const { table, verdict, ...rest } = report;
  return {
    ...rest,
    verdict: verdictOf(verdict),
    table: table === null ? null : { columns: [...table.columns], rows: table.rows.map((row) => [...row]) },
  };
}

export function metricScore(report: MetricReport): MetricScore {
  return { ...report, isHigherBetter: isHigherBetter(report.name) };
}
