import type { GradeReport, MetricReport } from '@holdout/grading';
import type { SubmissionRow } from '@holdout/persistence';
import { gradedVerdictOf, gradeReportOf, groupVerdicts, metricScore, statusOf } from './submission-view';

const METRIC: MetricReport = {
  name: 'log_loss',
  value: 0.123456789012345,
  low: 0.1000000001,
  high: 0.2000000001,
  innerLow: 0.1100000001,
  innerHigh: 0.1300000001,
  n: 400,
  unit: 'rows',
  pass: 0.2,
  stretch: 0.1,
  baseline: 0.2500000001,
  reference: 0.0999999999,
  guards: [{ title: 'Held back', name: 'false_positive_rate', value: 0.333333333, limit: 0.4, isKept: true }],
  spread: 0.0123456,
  maxSpread: 0.02,
};

test('a metric is rounded to four digits, since further digits would leak hidden rows', () => {
  const { value, low, high, innerLow, innerHigh, reference } = metricScore(METRIC);
  expect([value, low, high, innerLow, innerHigh, reference]).toEqual([0.1235, 0.1, 0.2, 0.11, 0.13, 0.1]);
  const guard = { value: 0.3333, limit: 0.4, isKept: true, isHigherBetter: false };
  expect(metricScore(METRIC)).toMatchObject({ baseline: 0.25, spread: 0.01235, maxSpread: 0.02, guards: [guard] });
});

test('a report written before baselines existed has no baseline and no guards', () => {
  const { baseline: _baseline, guards: _guards, spread: _spread, maxSpread: _maxSpread, ...older } = METRIC;
  expect(metricScore(older)).toMatchObject({ baseline: null, guards: [], spread: null, maxSpread: null });
});

const group = (kind: 'passed' | 'exitedEarly', cpuMs: number) =>
  ({ name: 'ties', verdict: { kind }, passed: 1, total: 1, cpuMs, wallMs: 131, memoryBytes: 70 << 20 }) as const;
const viewOf = (report: object) =>
  groupVerdicts(report as GradeReport, [{ name: 'ties', title: 'Ties', points: 1, hint: 'Mind ties.' }], {
    entry: 'solve',
    starter: '',
    cpuSeconds: 2,
    memoryMb: 128,
  });

test('the cost of hidden cases is shown in quarters of the limit, and only if all groups passed', () => {
  const passed = { verdict: { kind: 'passed' }, groups: [group('passed', 12), group('passed', 1500.1)] };
  expect(viewOf(passed)).toMatchObject([
    { timeQuarters: 1, memoryQuarters: 3 },
    { timeQuarters: 4, memoryQuarters: 3 },
  ]);
  const failed = { verdict: { kind: 'exitedEarly' }, groups: [group('passed', 12), group('exitedEarly', 12)] };
  expect(viewOf(failed)).toMatchObject([
    { timeQuarters: null, memoryQuarters: null, hint: null },
    { timeQuarters: null, memoryQuarters: null, hint: 'Mind ties.' },
  ]);
});

const GRADED = { verdict: { kind: 'passed' }, groups: [{ name: 'ties', passed: 3 }] };
const NEITHER = { assessmentVersionId: null, rules: null, endedAt: null, releasedAt: null };
const PRACTICE = { purpose: 'practice', form: 'single', ...NEITHER } as const;
const ASSESSMENT = { ...NEITHER, purpose: 'assessment', form: 'assessment', assessmentVersionId: 'v' } as const;

test('a submission that was not graded shows nothing about the groups that were run', () => {
  const report = { verdict: { kind: 'notGraded', reason: 'the box was lost' }, groups: [{ name: 'ties', passed: 3 }] };
  expect(gradeReportOf({ purpose: 'submit', report, attempt: PRACTICE })).toBeNull();
  expect(gradeReportOf({ purpose: 'submit', report: GRADED, attempt: PRACTICE })).not.toBeNull();
});

test('before release, a submission of an assessment is RECEIVED, and its report is hidden', () => {
  const sent = {
    purpose: 'submit',
    report: GRADED,
    attempt: ASSESSMENT,
    gradedAt: new Date(),
  } as unknown as SubmissionRow;
  expect(gradeReportOf(sent)).toBeNull();
  expect(gradedVerdictOf(sent)).toBeNull();
  expect(statusOf(sent, null)).toBe('RECEIVED');
  const run = { ...sent, purpose: 'run' } as const;
  expect(gradedVerdictOf(run)).toEqual({ kind: 'passed' });
  expect(statusOf(run, null)).toBe('GRADED');
});
