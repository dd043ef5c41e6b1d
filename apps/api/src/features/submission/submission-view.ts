import type { GroupShown, LanguageShown } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
import { isHigherBetter } from '@holdout/bank';
import {
  type CaseReport,
  type GradeReport,
  type MetricReport,
  type RunReport,
  shownUsage,
  type Verdict as GradedVerdict,
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
  mutatedInput: 'MUTATED_INPUT',
  forbiddenImport: 'FORBIDDEN_IMPORT',
  invalidAnswer: 'INVALID_ANSWER',
  notRun: 'NOT_RUN',
  notGraded: 'NOT_GRADED',
} as const satisfies Record<GradedVerdict['kind'], VerdictKind>;

/** Whether a submission's verdict may be shown now. Always for runs, since they use no hidden case. */
export function showsVerdict({ purpose, attempt }: Pick<SubmissionRow, 'purpose' | 'attempt'>): boolean {
  return purpose === 'run' || policyOf(attempt).showsVerdicts;
}

/** The grader's report of a run; null for a submission, and before the report arrives. */
export function runReportOf(submission: SubmissionRow): RunReport | null {
  return submission.purpose === 'run' && submission.report !== null ? (submission.report as RunReport) : null;
}

/**
 * The grader's report of a submission. Null for a run, before the report arrives, while it may not be shown, and if
 * grading failed: a failed grading does not count towards the rate limit, so it must reveal nothing about hidden cases.
 */
export function gradeReportOf(submission: Pick<SubmissionRow, 'purpose' | 'report' | 'attempt'>): GradeReport | null {
  if (!showsVerdict(submission)) return null;
  const report = submission.report as Partial<GradeReport> | null;
  const isGraded = report?.groups !== undefined && report.verdict?.kind !== 'notGraded';
  return submission.purpose === 'submit' && isGraded ? (report as GradeReport) : null;
}

/** The grader's verdict; null until it exists and may be shown. `notGraded` is a verdict too, without groups. */
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

const CLOCKS = { cpu: 'CPU', wall: 'WALL', total: 'TOTAL' } as const;

const nothing = (): Partial<Details> => ({});

/** `notGraded` shows the candidate no reason: the internal failure goes to the operator's log. */
const DETAILS: DetailsOf = {
  passed: nothing,
  exitedEarly: nothing,
  forbiddenCall: nothing,
  notRun: nothing,
  notGraded: nothing,
  mutatedInput: ({ argument }) => ({ reason: argument === undefined ? null : `argument ${argument}` }),
  forbiddenImport: ({ name, line }) => ({ reason: name ?? null, line: line ?? null }),
  wrongAnswer: ({ hint }) => ({ reason: hint ?? null }),
  timeLimit: ({ limit, limitMs }) => ({ timeLimit: CLOCKS[limit], limit: limitMs }),
  memoryLimit: ({ limitBytes }) => ({ limit: limitBytes }),
  outputLimit: ({ limitBytes }) => ({ limit: limitBytes }),
  crashed: ({ error, detail, line }) => ({ reason: error, traceback: detail ?? null, line: line ?? null }),
  invalidAnswer: ({ reason }) => ({ reason }),
};

/** Maps a verdict to the details that the candidate may see. */
export function verdictOf(verdict: GradedVerdict): Verdict {
  const detailsOf = DETAILS[verdict.kind] as (verdict: GradedVerdict) => Partial<Details>;
  return { __typename: 'Verdict', ...NO_DETAILS, kind: KINDS[verdict.kind], ...detailsOf(verdict) };
}

const NO_DETAILS = { timeLimit: null, limit: null, reason: null, traceback: null, line: null };

export function groupVerdicts(
  report: GradeReport,
  groups: readonly GroupShown[],
  limits: LanguageShown | undefined,
): GroupVerdict[] {
  return report.groups.map((group) => {
    const shown = groups.find((each) => each.name === group.name);
    return {
      name: group.name,
      title: shown?.title ?? group.name,
      hint: group.verdict.kind === 'passed' ? null : (shown?.hint ?? null),
      verdict: verdictOf(group.verdict),
      passed: group.passed,
      total: group.total,
      points: shown?.points ?? 0,
      ...shownUsage(report, group, limits),
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

/** Reports written before baselines, guards and repeated runs existed lack these fields. */
type StoredMetric = Omit<MetricReport, Later> & Partial<Pick<MetricReport, Later>>;
type Later = 'baseline' | 'guards' | 'spread' | 'maxSpread';

/** Rounds to four significant digits, enough for the intervals. All 17 digits would leak many hidden labels at once. */
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
