import { UiProvider } from '@holdout/ui';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { en } from '../../messages/en';
import { aCase, aGradedSubmission, aGroup, aMetric, aVerdict } from '../../testing/a-submission';
import { OutputPane, type OutputTab } from './output-pane';
import { SubmissionState } from './submission-state';
import type { SubmissionView } from '../runs/submission-query';
import { IsMeasured } from './verdict-status';

/** Graded, with a wrong answer. */
const graded = (some: Partial<SubmissionView> = {}): SubmissionView =>
  aGradedSubmission({
    source: 'x = 1',
    earned: 3,
    possible: 5,
    verdict: aVerdict('WRONG_ANSWER'),
    groups: [],
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
  const hint = 'Several rows may share the maximum.';
  const group = aGroup({
    name: 'ties',
    title: 'Ties',
    hint,
    passed: 1,
    total: 4,
    timeQuarters: 3,
    memoryQuarters: 1,
    verdict: aVerdict('WRONG_ANSWER', { reason: 'one row is missing' }),
  });
  show({ tab: 'verdict', submitted: graded({ groups: [group] }) });
  expect(screen.getByText('0 of 1 groups passed')).toBeTruthy();
  const row = screen.getByRole('row', { name: /Ties/ });
  for (const words of ['1 of 4', '0 of 2', 'up to 75 %', 'up to 25 %', 'One row is missing.', hint]) {
    expect(within(row).getByText(words)).toBeTruthy();
  }
});

test('a failure of ours is named ours and never counts as wrong', () => {
  show({ tab: 'verdict', submitted: graded({ verdict: aVerdict('NOT_GRADED'), earned: null, possible: null }) });
  expect(screen.getByText('Not graded')).toBeTruthy();
  expect(screen.getByText(en.question.code.verdict.notGraded)).toBeTruthy();
});

test('what waits says its place', () => {
  show({ tab: 'verdict', submitted: graded({ status: 'QUEUED', placeInQueue: 3, verdict: null }) });
  expect(screen.getByText('Waiting: place 3 in the queue.')).toBeTruthy();
});

test('a run that waits is not called missing', () => {
  show({ tab: 'cases', run: graded({ purpose: 'RUN', status: 'AWAITING_CASES', verdict: null }) });
  expect(screen.queryByText(en.question.code.cases.none)).toBeNull();
});

test('a run that failed for reasons of ours says so, though it has no cases', () => {
  show({ tab: 'cases', run: graded({ purpose: 'RUN', verdict: aVerdict('NOT_GRADED') }) });
  const panel = screen.getByRole('tabpanel', { name: 'Cases' });
  expect(within(panel).getByText(en.question.code.verdict.notGraded)).toBeTruthy();
});

test('code that waits for its cases says that it starts by itself', () => {
  show({ tab: 'output', run: graded({ purpose: 'RUN', status: 'AWAITING_CASES', verdict: null }) });
  expect(
    within(screen.getByRole('tabpanel', { name: 'Output' })).getByText(
      /still being generated\. Your code then runs automatically\./,
    ),
  ).toBeTruthy();
});

test('a submission that opened the explanation leads to it', async () => {
  let explained = 0;
  show({ tab: 'verdict', submitted: graded({ verdict: aVerdict('PASSED') }), onExplain: () => explained++ });
  await userEvent.click(screen.getByRole('button', { name: 'Explanation and next question' }));
  expect(explained).toBe(1);
});

test('a verdict about other code says so', () => {
  show({ tab: 'verdict', submitted: graded({ source: 'x = 2' }) });
  expect(screen.getByText('The code has changed since.')).toBeTruthy();
});

test('a public case shows where the answers differ, in words beside the signs', () => {
  show({ tab: 'cases', run: graded({ purpose: 'RUN', cases: [aCase()] }) });
  expect(screen.getByRole('tab', { name: 'Cases 0/1' })).toBeTruthy();
  const lines = within(screen.getByRole('group', { name: 'Where they differ' })).getAllByRole('row');
  expect(lines.map((line) => line.textContent)).toEqual(['− expected3', '+ yours4']);
});

test('an error leads to its line', async () => {
  const crashed = aVerdict('CRASHED', { reason: 'ValueError', line: 7, traceback: 'line 7, in total' });
  const lines = show({ tab: 'cases', run: graded({ purpose: 'RUN', cases: [aCase({ verdict: crashed })] }) });
  await userEvent.click(screen.getByRole('button', { name: 'Line 7' }));
  expect(lines).toEqual([7]);
});

test('a metric is drawn with its error and its lines, and said in its own numbers', () => {
  show({ tab: 'verdict', submitted: graded({ metric: aMetric() }) });
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
  const submitted = graded({ verdict: aVerdict('WRONG_ANSWER', { reason: 'the pass line was not reached' }) });
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
