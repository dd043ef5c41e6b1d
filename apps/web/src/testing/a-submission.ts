import type { CaseView, SubmissionView, VerdictView } from '../workspace/runs/submission-query';

type GroupView = SubmissionView['groups'][number];
type MetricView = NonNullable<SubmissionView['metric']>;

/** For tests and the page of states: a verdict of this kind without details. */
export const aVerdict = (kind: VerdictView['kind'], some: Partial<VerdictView> = {}): VerdictView => ({
  __typename: 'Verdict',
  kind,
  timeLimit: null,
  limit: null,
  reason: null,
  traceback: null,
  line: null,
  ...some,
});

/** A submission that is still in the queue. */
export const aSubmission = (some: Partial<SubmissionView> = {}): SubmissionView => ({
  __typename: 'Submission',
  id: 's',
  purpose: 'SUBMIT',
  language: 'PYTHON',
  source: 'def total(xs): ...',
  sentAt: '2026-11-20T14:02:00.000Z',
  status: 'QUEUED',
  placeInQueue: 1,
  earned: null,
  possible: null,
  verdict: null,
  groups: [],
  metric: null,
  cases: [],
  ...some,
});

/** A group of hidden cases that passed. */
export const aGroup = (some: Partial<GroupView> = {}): GroupView => ({
  __typename: 'GroupVerdict',
  name: 'plain',
  title: 'Plain',
  hint: null,
  passed: 3,
  total: 3,
  points: 2,
  timeQuarters: 1,
  memoryQuarters: null,
  verdict: aVerdict('PASSED'),
  ...some,
});

/** A graded submission, by default with its only group passed. */
export const aGradedSubmission = (some: Partial<SubmissionView> = {}): SubmissionView =>
  aSubmission({
    status: 'GRADED',
    placeInQueue: null,
    earned: 2,
    possible: 2,
    verdict: aVerdict('PASSED'),
    groups: [aGroup()],
    ...some,
  });

/** A public case whose answer differs. */
export const aCase = (some: Partial<CaseView> = {}): CaseView => ({
  __typename: 'CaseRun',
  group: 'plain',
  input: 'total([1, 2])',
  expected: '3',
  actual: '4',
  stdout: '',
  stderr: '',
  cpuMs: 20,
  wallMs: 30,
  memoryBytes: null,
  table: null,
  verdict: aVerdict('WRONG_ANSWER', { reason: 'a number differs' }),
  ...some,
});

/** A metric below its pass line and its baseline, with a further limit that is not kept. */
export const aMetric = (some: Partial<MetricView> = {}): MetricView => ({
  __typename: 'MetricScore',
  name: 'roc_auc',
  isHigherBetter: true,
  value: 0.712,
  low: 0.66,
  high: 0.76,
  innerLow: 0.69,
  innerHigh: 0.73,
  n: 6000,
  unit: 'rows',
  pass: 0.75,
  stretch: 0.79,
  baseline: 0.738,
  reference: 0.807,
  spread: 0.004,
  maxSpread: 0.02,
  guards: [
    {
      __typename: 'GuardScore',
      title: 'Newsletters blocked',
      name: 'false_positive_rate',
      isHigherBetter: false,
      value: 0.31,
      limit: 0.1,
      isKept: false,
    },
  ],
  ...some,
});
