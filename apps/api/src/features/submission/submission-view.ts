import type { GroupShown } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
import { isHigherBetter } from '@holdout/bank';
import type {
  CaseReport,
  GradeReport,
  MetricReport,
  RunReport,
  Usage,
  Verdict as GradedVerdict,
} from '@holdout/grading';
import type { QueuePlace } from '@holdout/job-queue';
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

/** Whether a submission's verdict may be shown now. A run on public cases tells nothing that is hidden. */
export function showsVerdict({ purpose, attempt }: Pick<SubmissionRow, 'purpose' | 'attempt'>): boolean {
  return purpose === 'run' || policyOf(attempt).showsVerdicts;
}

/** The grader's report of a run; null for a submission and while there is none. */
export function runReportOf(submission: SubmissionRow): RunReport | null {
  return submission.purpose === 'run' && submission.report !== null ? (submission.report as RunReport) : null;
}

/**
 * The grader's report of a submission; null for a run, while there is none or it may not be shown, and when we failed
 * to grade: what costs no submission must not tell anything of hidden cases.
 */
export function gradeReportOf(submission: Pick<SubmissionRow, 'purpose' | 'report' | 'attempt'>): GradeReport | null {
  if (!showsVerdict(submission)) return null;
  const report = submission.report as Partial<GradeReport> | null;
  const isGraded = report?.groups !== undefined && report.verdict?.kind !== 'notGraded';
  return submission.purpose === 'submit' && isGraded ? (report as GradeReport) : null;
}

/** The grader's verdict; null while there is none or it may not be shown. A submission that we failed to grade has one, and no groups. */
export function gradedVerdictOf(submission: SubmissionRow): GradedVerdict | null {
  if (!showsVerdict(submission)) return null;
  return (submission.report as Pick<GradeReport, 'verdict'> | null)?.verdict ?? null;
}

export function statusOf(submission: SubmissionRow, place: QueuePlace | null): SubmissionStatus {
  if (!showsVerdict(submission)) return 'RECEIVED';
  if (submission.gradedAt !== null) return 'GRADED';
  if (place === null) return 'RUNNING';
  return place === 'heldUp' ? 'AWAITING_CASES' : 'QUEUED';
}

type Details = Omit<Verdict, '__typename' | 'kind'>;
type DetailsOf = {
  readonly [K in GradedVerdict['kind']]: (verdict: Extract<GradedVerdict, { kind: K }>) => Partial<Details>;
};

const nothing = (): Partial<Details> => ({});

/** What failed on our side is for the operator's log, so `notGraded` tells the candidate no reason. */
const DETAILS: DetailsOf = {
  passed: nothing,
  exitedEarly: nothing,
  forbiddenCall: nothing,
  notGraded: nothing,
  wrongAnswer: ({ hint }) => ({ reason: hint ?? null }),
  timeLimit: ({ limit, limitMs }) => ({ timeLimit: limit === 'cpu' ? 'CPU' : 'WALL', limit: limitMs }),
  memoryLimit: ({ limitBytes }) => ({ limit: limitBytes }),
  outputLimit: ({ limitBytes }) => ({ limit: limitBytes }),
  crashed: ({ error, detail, line }) => ({ reason: error, traceback: detail ?? null, line: line ?? null }),
  invalidAnswer: ({ reason }) => ({ reason }),
};

/** A verdict as the candidate may read it. */
export function verdictOf(verdict: GradedVerdict): Verdict {
  const detailsOf = DETAILS[verdict.kind] as (verdict: GradedVerdict) => Partial<Details>;
  return { __typename: 'Verdict', ...NO_DETAILS, kind: KINDS[verdict.kind], ...detailsOf(verdict) };
}

const NO_DETAILS = { timeLimit: null, limit: null, reason: null, traceback: null, line: null };

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
      ...coarse(group),
    };
  });
}

const STEP_MS = 10;
const STEP_BYTES = 1024 * 1024;

/** What a program takes can be made to say what it saw, so of hidden cases it is told in steps. */
function coarse({ cpuMs, wallMs, memoryBytes }: Usage): Usage {
  const up = (value: number, step: number): number => Math.ceil(value / step) * step;
  return {
    cpuMs: cpuMs === null ? null : up(cpuMs, STEP_MS),
    wallMs: up(wallMs, STEP_MS),
    memoryBytes: memoryBytes === null ? null : up(memoryBytes, STEP_BYTES),
  };
}

export function caseRun(report: CaseReport): CaseRun {
  const { table, verdict, ...rest } = report;
  return {
    ...rest,
    verdict: verdictOf(verdict),
    table: table === null ? null : { columns: [...table.columns], rows: table.rows.map((row) => [...row]) },
  };
}

/** Reports from before there were baselines, guards and runs lack them. */
type StoredMetric = Omit<MetricReport, Later> & Partial<Pick<MetricReport, Later>>;
type Later = 'baseline' | 'guards' | 'spread' | 'maxSpread';

/** Four digits say all that the intervals mean; all seventeen would tell the truth of many hidden rows at once. */
export function metricScore(report: StoredMetric): MetricScore {
  const shown = (value: number): number => Number(value.toPrecision(4));
  const shownOrNull = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : shown(value);
  return {
    ...report,
    value: shown(report.value),
    low: shown(report.low),
    high: shown(report.high),
    innerLow: shown(report.innerLow),
    innerHigh: shown(report.innerHigh),
    baseline: shownOrNull(report.baseline),
    reference: shown(report.reference),
    guards: (report.guards ?? []).map((guard) => ({
      ...guard,
      value: shown(guard.value),
      isHigherBetter: isHigherBetter(guard.name),
    })),
    spread: shownOrNull(report.spread),
    maxSpread: report.maxSpread ?? null,
    isHigherBetter: isHigherBetter(report.name),
  };
}
