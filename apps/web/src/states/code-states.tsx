import type { SubmissionView, VerdictView } from '../workspace/runs/submission-query';
import { OutputPane, type OutputTab } from '../workspace/verdict/output-pane';
import { IsMeasured } from '../workspace/verdict/verdict-status';
import type { State, States } from './state';

/** What says more of each ending. A verdict that is missing here is an error of types. */
const ENDS: Readonly<Record<VerdictView['kind'], Partial<VerdictView>>> = {
  PASSED: {},
  WRONG_ANSWER: { reason: 'a number differs' },
  CRASHED: { reason: 'ValueError: no rows', line: 7, traceback: 'line 7, in total' },
  EXITED_EARLY: { limit: 1 },
  FORBIDDEN_CALL: {},
  INVALID_ANSWER: { reason: 'a set cannot be sent' },
  MEMORY_LIMIT: { limit: 256 * 2 ** 20 },
  OUTPUT_LIMIT: { limit: 2 ** 20 },
  TIME_LIMIT: { timeLimit: 'CPU', limit: 2000 },
  MUTATED_INPUT: { reason: 'argument 1' },
  FORBIDDEN_IMPORT: { reason: 'statistics', line: 2 },
  NOT_RUN: {},
  NOT_GRADED: {},
};

const verdictOf = (kind: VerdictView['kind']): VerdictView => ({
  __typename: 'Verdict',
  kind,
  timeLimit: null,
  limit: null,
  reason: null,
  traceback: null,
  line: null,
  ...ENDS[kind],
});

function aSubmission(some: Partial<SubmissionView>): SubmissionView {
  return {
    __typename: 'Submission',
    id: 's',
    purpose: 'SUBMIT',
    language: 'PYTHON',
    source: 'x = 1',
    sentAt: '2026-11-20T14:02:00.000Z',
    status: 'GRADED',
    placeInQueue: null,
    earned: null,
    possible: null,
    verdict: null,
    groups: [],
    metric: null,
    cases: [],
    ...some,
  };
}

const groupOf = (name: string, kind: VerdictView['kind']): SubmissionView['groups'][number] => ({
  __typename: 'GroupVerdict',
  name,
  title: 'Values at the ends',
  hint: kind === 'PASSED' ? null : 'Mind the ends.',
  passed: kind === 'PASSED' ? 3 : 1,
  total: 3,
  points: 2,
  timeQuarters: kind === 'PASSED' ? 1 : null,
  memoryQuarters: null,
  verdict: verdictOf(kind),
});

type Shown = { readonly tab?: OutputTab; readonly run?: SubmissionView; readonly submitted?: SubmissionView };

function output(name: string, { tab = 'verdict', run, submitted }: Shown, isMeasured = false): State {
  const show = () => (
    <IsMeasured value={isMeasured}>
      <OutputPane
        tab={tab}
        onTab={() => undefined}
        run={run ?? null}
        submitted={submitted ?? null}
        showsVerdict
        source="x = 1"
        onLine={() => undefined}
        onExplain={null}
      />
    </IsMeasured>
  );
  return { name, show };
}

const WAITING: readonly State[] = [
  output('Waiting for its turn', { submitted: aSubmission({ status: 'QUEUED', placeInQueue: 3 }) }),
  output('Waiting for its cases', { submitted: aSubmission({ status: 'AWAITING_CASES' }) }),
  output('Running', { submitted: aSubmission({ status: 'RUNNING' }) }),
];

const aCase: SubmissionView['cases'][number] = {
  __typename: 'CaseRun',
  group: 'plain',
  input: 'total([1, 2])',
  expected: '3',
  actual: '4',
  stdout: 'adding\n',
  stderr: '',
  cpuMs: 20,
  wallMs: 30,
  memoryBytes: null,
  table: null,
  verdict: verdictOf('WRONG_ANSWER'),
};
const ran = aSubmission({ purpose: 'RUN', verdict: verdictOf('WRONG_ANSWER'), cases: [aCase] });

const ended = (kind: VerdictView['kind']): State =>
  output(`Graded: ${kind}`, {
    submitted: aSubmission({
      verdict: verdictOf(kind),
      groups: kind === 'NOT_GRADED' ? [] : [groupOf('plain', 'PASSED'), groupOf('edges', kind)],
      earned: kind === 'NOT_GRADED' ? null : kind === 'PASSED' ? 4 : 2,
      possible: 4,
    }),
  });

export const CODE_STATES: States = [
  output('Nothing sent', {}),
  output('Nothing run', { tab: 'cases' }),
  output('Public cases', { tab: 'cases', run: ran }),
  output('What was printed', { tab: 'output', run: ran }),
  ...WAITING,
  ...(Object.keys(ENDS) as VerdictView['kind'][]).map(ended),
];

const metric = {
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
} as const satisfies Partial<SubmissionView['metric']>;
const shifted = { value: 0.8, low: 0.77, high: 0.83, innerLow: 0.79, innerHigh: 0.81 };

const measured = (name: string, kind: VerdictView['kind'], some: object): State =>
  output(
    name,
    {
      submitted: aSubmission({
        verdict: verdictOf(kind),
        metric: { ...metric, guards: [...metric.guards], ...some },
        earned: kind === 'PASSED' ? 10 : 0,
        possible: 10,
      }),
    },
    true,
  );

export const MODEL_STATES: States = [
  output('Nothing sent', {}, true),
  measured('Pass line missed, a limit not kept', 'WRONG_ANSWER', {}),
  measured('Pass line reached', 'PASSED', { ...shifted, guards: [] }),
  measured('Without a baseline and without repeats', 'PASSED', {
    ...shifted,
    baseline: null,
    spread: null,
    guards: [],
  }),
];
