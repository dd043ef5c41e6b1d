import type { Language } from '@holdout/bank';
import {
  type CaseReport,
  type GradeReport,
  type GroupReport,
  type MetricReport,
  type RunReport,
  scoreOfReport,
  type Usage,
  type Verdict,
  type VerdictKind,
  verdictOfAll,
  verdictText,
} from '@holdout/grading';
import type { Score } from '@holdout/scoring';
import type { Gradable } from './find-question';

/** What `holdout grade --json` prints. */
export type Outcome = {
  readonly question: string;
  /** Null if the command failed before the language was known. */
  readonly language: Language | null;
  readonly verdict: VerdictKind;
  /** Null for public cases, which earn no points, and for the verdict `notGraded`. */
  readonly score: Score | null;
  readonly groups: readonly GroupOutcome[];
  /** Sentences for the author of the file, and notes on the figures. */
  readonly feedback: readonly string[];
};

export type GroupOutcome = Usage & {
  readonly name: string;
  readonly verdict: VerdictKind;
  readonly passed: number;
  readonly total: number;
};

type Subject = { readonly question: Gradable; readonly language: Language };

/** The outcome on hidden cases. */
export function outcomeOfGrade({ question, language }: Subject, report: GradeReport): Outcome {
  return {
    question: question.bundle.id,
    language,
    verdict: report.verdict.kind,
    score: scoreOfReport(question.bundle, report),
    groups: report.groups.map(groupOutcome),
    feedback: [
      ...report.groups.flatMap(({ name, verdict }) => feedbackOn(name, verdict, hintOf(question, name))),
      ...metricFeedback(report.metric),
      'The hidden cases were generated from --seed; those of an installation are different.',
    ],
  };
}

/** The outcome on public cases. */
export function outcomeOfRun({ question, language }: Subject, report: RunReport): Outcome {
  const cases = Map.groupBy(report.cases, ({ group }) => group);
  const groups = [...cases].map(([name, members]) => groupOfCases(name, members));
  return {
    question: question.bundle.id,
    language,
    verdict: report.verdict.kind,
    score: null,
    groups: groups.map(groupOutcome),
    feedback: [
      ...groups.flatMap(({ name, verdict }) => feedbackOn(name, verdict, hintOf(question, name))),
      ...metricFeedback(report.metric),
    ],
  };
}

/** The outcome of a command that failed before grading. */
export function outcomeOfFailure(question: string, reason: string): Outcome {
  return { question, language: null, verdict: 'notGraded', score: null, groups: [], feedback: [reason] };
}

function groupOfCases(name: string, cases: readonly CaseReport[]): GroupReport {
  return {
    name,
    verdict: verdictOfAll(cases.map(({ verdict }) => verdict)),
    passed: cases.filter(({ verdict }) => verdict.kind === 'passed').length,
    total: cases.length,
    cpuMs: known(cases, 'cpuMs', (a, b) => a + b),
    wallMs: cases.reduce((sum, { wallMs }) => sum + wallMs, 0),
    memoryBytes: known(cases, 'memoryBytes', Math.max),
  };
}

/** Null if any value is null. */
function known(
  cases: readonly CaseReport[],
  of: 'cpuMs' | 'memoryBytes',
  join: (a: number, b: number) => number,
): number | null {
  return cases.map((each) => each[of]).reduce((a, b) => (a === null || b === null ? null : join(a, b)), 0);
}

const groupOutcome = ({ name, verdict, passed, total, cpuMs, wallMs, memoryBytes }: GroupReport): GroupOutcome => ({
  name,
  verdict: verdict.kind,
  passed,
  total,
  cpuMs,
  wallMs,
  memoryBytes,
});

const hintOf = ({ bundle }: Gradable, group: string): string | null =>
  bundle.kind === 'code' ? (bundle.candidate.groups.find(({ name }) => name === group)?.hint ?? null) : null;

function feedbackOn(group: string, verdict: Verdict, hint: string | null): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [`${group}: the program ${verdictText(verdict)}${hint === null ? '' : ` — ${hint}`}`];
}

function metricFeedback(metric: MetricReport | null): readonly string[] {
  if (metric === null) return [];
  const { name, value, low, high, pass, stretch, baseline, reference, guards, spread, maxSpread } = metric;
  const [shown, from, to] = [value, low, high].map((each) => each.toFixed(4));
  const marks = `baseline ${baseline?.toFixed(4) ?? 'unknown'}, pass ${pass}, stretch ${stretch}, reference ${reference.toFixed(4)}`;
  return [
    `${name} ${shown} (95 % interval ${from} to ${to}); ${marks}`,
    ...guards.map(
      (guard) =>
        `${guard.title}: ${guard.name} ${guard.value.toFixed(4)}, limit ${guard.limit}, ${guard.isKept ? 'met' : 'not met'}`,
    ),
    ...(spread === null ? [] : [`the runs differ by ${spread.toFixed(4)}; at most ${maxSpread ?? 0} is allowed`]),
  ];
}
