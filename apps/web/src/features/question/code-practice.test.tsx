import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCodeItem } from '../../testing/a-code-item';
import { aCase, aGradedSubmission, aSubmission, aVerdict } from '../../testing/a-submission';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { QuestionPage } from './question-page';

const slug = 'code.total';
const routes = [{ path: '/questions/:slug', element: <QuestionPage /> }];
const question = {
  __typename: 'Question',
  id: 'q',
  slug,
  title: 'Total',
  subtitle: null,
  kind: 'CODE',
  level: 2,
  minutes: 10,
  languages: ['PYTHON'],
  skills: [],
  licence: 'CC-BY-4.0',
  practiceState: 'NEW',
};

type Answers = ConstructorParameters<typeof FakeApi>[0];

/** Opens the page of a code question; `sent` is the server's state of the last submission. */
async function open(some: Answers = {}) {
  const server = { sent: aSubmission() };
  const nothingSent = { edges: [], pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } };
  const api = new FakeApi({
    Viewer: () => ({ viewer: { __typename: 'Viewer', account: null, isGuest: true, memberships: [] } }),
    Runtimes: () => ({ installation: { __typename: 'Installation', runtimes: [] } }),
    QuestionHead: () => ({ question }),
    StartPractice: () => ({
      startPractice: {
        __typename: 'StartPracticeSuccess',
        attempt: { __typename: 'Attempt', id: 'a', endedAt: null, items: [aCodeItem()] },
      },
    }),
    SubmissionHistory: () => ({ submissions: { __typename: 'SubmissionConnection', ...nothingSent } }),
    SaveResponse: () => ({ saveResponse: { __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED' } }),
    CodeFeedback: () => ({ attempt: { __typename: 'Attempt', id: 'a', endedAt: null, items: [] } }),
    Submission: () => ({ submission: server.sent }),
    SubmitCode: () => ({ submitCode: { __typename: 'SubmitCodeSuccess', submission: server.sent } }),
    RunCode: () => ({ runCode: { __typename: 'RunCodeSuccess', submission: server.sent } }),
    ...some,
  });
  await renderPage({ routes, at: `/questions/${slug}`, api });
  await screen.findByRole('textbox', { name: 'Code, Python' });
  return { api, server };
}

/** Pushes a changed submission over the WebSocket. */
const tell = (api: FakeApi, submission: object) =>
  act(async () => {
    api.tell({ submissionChanged: submission });
    await Promise.resolve();
  });

const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const openTab = () => screen.getAllByRole('tab', { selected: true }).map((tab) => tab.textContent);
const clientIds = (api: FakeApi, operation: string) =>
  (api.asked.get(operation) ?? []).map(({ input }) => (input as { clientId: string }).clientId);
const once = (then: () => Record<string, unknown>) => {
  let isLost = true;
  return () => {
    if (!isLost) return then();
    isLost = false;
    throw new TypeError('Failed to fetch');
  };
};

beforeEach(() => {
  // Monaco needs a browser.
  localStorage.setItem('holdout.plain-editor', 'yes');
  // The page polls with a timer; the tests control the timer.
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

test('Run sends the code as it is in the editor and shows how the public cases came out', async () => {
  const { api, server } = await open();
  server.sent = aSubmission({ purpose: 'RUN' });
  await user.type(screen.getByRole('textbox', { name: 'Code, Python' }), '!');
  await press('Run');
  await screen.findAllByText('Waiting: next in the queue.');
  const [sent] = api.asked.get('RunCode') ?? [];
  expect(sent?.['input']).toMatchObject({
    itemId: 'i',
    language: 'PYTHON',
    source: 'def total(xs): ...!',
    ownInput: null,
  });
  const cases = [aCase({ actual: '3', stdout: 'adding', verdict: aVerdict('PASSED') })];
  server.sent = aSubmission({ purpose: 'RUN', status: 'GRADED', verdict: aVerdict('PASSED'), cases });
  await tell(api, server.sent);
  expect(await screen.findByRole('tab', { name: 'Cases 1/1', selected: true })).toBeTruthy();
  expect(screen.getByText('Run finished: 1 of 1 public cases passed')).toBeTruthy();
});

test('Submit shows the place in the queue, then the verdict on the hidden groups', async () => {
  const { api, server } = await open();
  await press('Submit');
  const verdict = await screen.findByRole('tabpanel', { name: 'Verdict' });
  await within(verdict).findByText('Waiting: next in the queue.');
  expect(openTab()).toContain('Verdict');
  server.sent = aGradedSubmission();
  await tell(api, server.sent);
  expect(await within(verdict).findByText('1 of 1 groups passed')).toBeTruthy();
  expect(within(verdict).getByRole('row', { name: /^Plain/ })).toBeTruthy();
  // Full marks open the explanation, so the page queries it.
  await waitFor(() => expect(api.asked.get('CodeFeedback')).toEqual([{ attemptId: 'a' }]));
  expect(api.watchers).toBe(0);
});

test('code that is not taken is said beside the buttons, and stays in the editor', async () => {
  const problem = { __typename: 'SourceRefusedProblem', code: 'SOURCE_REFUSED', sourceReason: 'EMPTY' };
  const { api } = await open({ SubmitCode: () => ({ submitCode: problem }) });
  await user.clear(screen.getByRole('textbox', { name: 'Code, Python' }));
  await press('Submit');
  expect(await screen.findByText('There is no code yet.')).toBeTruthy();
  expect(api.watchers).toBe(0);
});

test('without the live connection the server is asked until the code is graded', async () => {
  const { api, server } = await open();
  await press('Submit');
  await waitFor(() => expect(api.watchers).toBe(1));
  await act(async () => {
    api.drop();
    await Promise.resolve();
  });
  server.sent = aSubmission({ status: 'RUNNING', placeInQueue: null });
  expect(await screen.findByText('Running…')).toBeTruthy();
  server.sent = aGradedSubmission();
  expect(await screen.findByText('1 of 1 groups passed')).toBeTruthy();
  const asked = api.asked.get('Submission')?.length;
  await act(() => jest.advanceTimersByTimeAsync(60_000));
  expect(api.asked.get('Submission')).toHaveLength(asked ?? 0);
});

test('after the live connection was lost, what is sent next is told over it again', async () => {
  const { api, server } = await open();
  await press('Submit');
  await waitFor(() => expect(api.watchers).toBe(1));
  await act(async () => {
    api.drop();
    await Promise.resolve();
  });
  server.sent = aGradedSubmission();
  await screen.findByText('1 of 1 groups passed');
  server.sent = aSubmission({ id: 'later' });
  await press('Submit');
  await waitFor(() => expect(api.watchers).toBe(1));
  await screen.findByText('Waiting: next in the queue.');
  server.sent = aGradedSubmission({ id: 'later' });
  const asked = api.asked.get('Submission')?.length;
  await tell(api, server.sent);
  expect(await screen.findByText('1 of 1 groups passed')).toBeTruthy();
  expect(api.asked.get('Submission')).toHaveLength(asked ?? 0);
});

test.each([
  ['Submit', 'SubmitCode', () => ({ submitCode: { __typename: 'SubmitCodeSuccess', submission: aSubmission() } })],
  [
    'Run',
    'RunCode',
    () => ({ runCode: { __typename: 'RunCodeSuccess', submission: aSubmission({ purpose: 'RUN' }) } }),
  ],
])('%s pressed again after a lost answer sends the same client id', async (button, operation, answer) => {
  const { api } = await open({ [operation]: once(answer) });
  await press(button);
  await screen.findByText(/^The server could not be reached\./);
  await press(button);
  await screen.findAllByText('Waiting: next in the queue.');
  const [first, second, ...more] = clientIds(api, operation);
  expect(second).toBe(first);
  expect(more).toEqual([]);
});

test('other code after a lost answer has another client id', async () => {
  const { api } = await open({
    SubmitCode: once(() => ({ submitCode: { __typename: 'SubmitCodeSuccess', submission: aSubmission() } })),
  });
  await press('Submit');
  await screen.findByText(/^The server could not be reached\./);
  await user.type(screen.getByRole('textbox', { name: 'Code, Python' }), '!');
  await press('Submit');
  await screen.findByText('Waiting: next in the queue.');
  expect(new Set(clientIds(api, 'SubmitCode')).size).toBe(2);
});

test('code that has arrived is sent anew with another client id, though it is the same', async () => {
  const { api, server } = await open();
  server.sent = aGradedSubmission();
  await press('Submit');
  await screen.findByText('1 of 1 groups passed');
  await press('Submit');
  await waitFor(() => expect(clientIds(api, 'SubmitCode')).toHaveLength(2));
  expect(new Set(clientIds(api, 'SubmitCode')).size).toBe(2);
});
