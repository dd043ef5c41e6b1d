import { UiProvider } from '@holdout/ui';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { en } from '../../messages/en';
import { OutputPane, type OutputTab } from './output-pane';
import { SubmissionState } from './submission-state';
import type { CaseView, SubmissionView, VerdictView } from '../runs/submission-query';
import { IsMeasured } from './verdict-status';

const verdict = (kind: VerdictView['kind'], some: Partial<VerdictView> = {}): VerdictView => ({
  __typename: 'Verdict',
  kind,
  timeLimit: null,
  limit: null,
  reason: null,
  traceback: null,
  line: null,
  ...some,
});

function aSubmission(some: Partial<SubmissionView> = {}): SubmissionView {
  return {
    __typename: 'Submission',
    id: 's',
    purpose: 'SUBMIT',
    language: 'PYTHON',
    source: 'x = 1',
    sentAt: '2026-11-20T14:02:00.000Z',
    status: 'GRADED',
    placeInQueue: null,
    earned: 3,
    possible: 5,
    verdict: verdict('WRONG_ANSWER'),
    groups: [],
    metric: null,
    cases: [],
    ...some,
  };
}

const aCase = (some: Partial<CaseView> = {}): CaseView => ({
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
  verdict: verdict('WRONG_ANSWER', { reason: 'a number differs' }),
  ...some,
});

type Shown = {
  readonly tab: OutputTab;
  readonly run?: SubmissionView;
  readonly submitted?: SubmissionView;
  readonly onExplain?: () => void;
};

function show({ tab, run, submitted, onExplain }: Shown) {
  const lines: number[] = [];
  render(
    <UiProvider messages={en.ui}>
      <OutputPane
        tab={tab}
        onTab={() => undefined}
        run={run ?? null}
        submitted={submitted ?? null}
        showsVerdict
        source="x = 1"
        onLine={(line) => lines.push(line)}
        onExplain={onExplain ?? null}
      />
    </UiProvider>,
  );
  return lines;
}

test('each group says how many cases passed, what it is worth, what it took and why it failed', () => {
  const group = {
    __typename: 'GroupVerdict' as const,
    name: 'ties',
    title: 'Ties',
    hint: 'Several rows may share the maximum.',
    passed: 1,
    total: 4,
    points: 2,
    timeQuarters: 3,
    memoryQuarters: 1,
    verdict: verdict('WRONG_ANSWER', { reason: 'one row is missing' }),
  };
  show({ tab: 'verdict', submitted: aSubmission({ groups: [group] }) });
  expect(screen.getByText('0 of 1 groups passed')).toBeTruthy();
  const row = screen.getByRole('row', { name: /Ties/ });
  for (const words of ['1 of 4', '0 of 2', 'up to 75 %', 'up to 25 %', 'One row is missing.', group.hint]) {
    expect(within(row).getByText(words)).toBeTruthy();
  }
});

test('a failure of ours is named ours and never counts as wrong', () => {
  show({ tab: 'verdict', submitted: aSubmission({ verdict: verdict('NOT_GRADED'), earned: null, possible: null }) });
  expect(screen.getByText('Not graded')).toBeTruthy();
  expect(screen.getByText(en.question.code.verdict.notGraded)).toBeTruthy();
});

test('what waits says its place', () => {
  show({ tab: 'verdict', submitted: aSubmission({ status: 'QUEUED', placeInQueue: 3, verdict: null }) });
  expect(screen.getByText('Waiting: place 3 in the queue.')).toBeTruthy();
});

test('a run that waits is not called missing', () => {
  show({ tab: 'cases', run: aSubmission({ purpose: 'RUN', status: 'AWAITING_CASES', verdict: null }) });
  expect(screen.queryByText(en.question.code.cases.none)).toBeNull();
});

test('a run that failed for reasons of ours says so, though it has no cases', () => {
  show({ tab: 'cases', run: aSubmission({ purpose: 'RUN', verdict: verdict('NOT_GRADED') }) });
  const panel = screen.getByRole('tabpanel', { name: 'Cases' });
  expect(within(panel).getByText(en.question.code.verdict.notGraded)).toBeTruthy();
});

test('code that waits for its cases says that it starts by itself', () => {
  show({ tab: 'output', run: aSubmission({ purpose: 'RUN', status: 'AWAITING_CASES', verdict: null }) });
  expect(
    within(screen.getByRole('tabpanel', { name: 'Output' })).getByText(
      /still being generated\. Your code then runs automatically\./,
    ),
  ).toBeTruthy();
});

test('a submission that opened the explanation leads to it', async () => {
  let explained = 0;
  show({ tab: 'verdict', submitted: aSubmission({ verdict: verdict('PASSED') }), onExplain: () => explained++ });
  await userEvent.click(screen.getByRole('button', { name: 'Explanation and next question' }));
  expect(explained).toBe(1);
});

test('a verdict about other code says so', () => {
  show({ tab: 'verdict', submitted: aSubmission({ source: 'x = 2' }) });
  expect(screen.getByText('The code has changed since.')).toBeTruthy();
});

test('a public case shows where the answers differ, in words beside the signs', () => {
  show({ tab: 'cases', run: aSubmission({ purpose: 'RUN', cases: [aCase()] }) });
  expect(screen.getByRole('tab', { name: 'Cases 0/1' })).toBeTruthy();
  const lines = within(screen.getByRole('group', { name: 'Where they differ' })).getAllByRole('row');
  expect(lines.map((line) => line.textContent)).toEqual(['− expected3', '+ yours4']);
});

test('an error leads to its line', async () => {
  const crashed = verdict('CRASHED', { reason: 'ValueError', line: 7, traceback: 'line 7, in total' });
  const lines = show({ tab: 'cases', run: aSubmission({ purpose: 'RUN', cases: [aCase({ verdict: crashed })] }) });
  await userEvent.click(screen.getByRole('button', { name: 'Line 7' }));
  expect(lines).toEqual([7]);
});

test('a metric is drawn with its error and its lines, and said in its own numbers', () => {
  const metric = {
    __typename: 'MetricScore' as const,
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
        __typename: 'GuardScore' as const,
        title: 'Newsletters blocked',
        name: 'false_positive_rate',
        isHigherBetter: false,
        value: 0.31,
        limit: 0.1,
        isKept: false,
      },
    ],
  };
  show({ tab: 'verdict', submitted: aSubmission({ metric }) });
  expect(screen.getByText('ROC AUC: 0.712 (0.66–0.76)')).toBeTruthy();
  expect(screen.getByText('pass 0.75 · stretch 0.79')).toBeTruthy();
  expect(screen.getByText(/bootstrap over 6,000 rows\./)).toBeTruthy();
  expect(screen.getByText(/◇ baseline 0.738, pass 0.75, stretch 0.79, ◆ reference 0.807/)).toBeTruthy();
  expect(screen.getByText(/differ by 0.004, at most 0.02 is allowed/)).toBeTruthy();
  const guard = within(screen.getByRole('list', { name: 'Further limits' })).getByRole('listitem');
  expect(guard.textContent).toContain('Newsletters blocked: False positive rate 0.31. At most 0.1 is allowed.');
  expect(within(guard).getByText('Not met')).toBeTruthy();
});

test('a model under its pass line is called that, and not a wrong answer', () => {
  const submitted = aSubmission({ verdict: verdict('WRONG_ANSWER', { reason: 'the pass line was not reached' }) });
  render(
    <UiProvider messages={en.ui}>
      <IsMeasured value>
        <SubmissionState submission={submitted} isStale={false} />
      </IsMeasured>
    </UiProvider>,
  );
  expect(screen.getByText('Pass line or limit missed')).toBeTruthy();
  expect(screen.queryByText('Wrong answer')).toBeNull();
});
