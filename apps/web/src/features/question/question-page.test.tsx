import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ITEM_NOW } from '../../answering/item-now';
import { SAVE_RESPONSE } from '../../answering/save-response';
import { VIEWER } from '../../platform/viewer';
import { renderPage } from '../../testing/render-page';
import { NEXT_QUESTION } from './next-question';
import { CHECK_ANSWER, QUESTION_HEAD, START_PRACTICE } from './practice-query';
import { QuestionPage } from './question-page';

const slug = 'choice.rare';
const routes = [{ path: '/questions/:slug', element: <QuestionPage /> }];

const head = {
  request: { query: QUESTION_HEAD, variables: { slug } },
  result: {
    data: {
      question: {
        __typename: 'Question',
        id: 'q',
        slug,
        title: 'Rare event',
        subtitle: 'All is well',
        kind: 'CHOICE',
        level: 1,
        minutes: 2,
        languages: [],
        skills: [{ __typename: 'Skill', id: 's', name: 'Metrics' }],
        licence: 'CC-BY-4.0',
      },
    },
  },
};
const viewer = {
  request: { query: VIEWER },
  result: { data: { viewer: { __typename: 'Viewer', account: null, isGuest: true, memberships: [] } } },
  maxUsageCount: 9,
};
const start = (startPractice: Record<string, unknown>) => ({
  request: { query: START_PRACTICE, variables: { input: { slug, again: false } } },
  result: { data: { startPractice } },
});
const item = {
  __typename: 'AttemptItem',
  id: 'i',
  kind: 'CHOICE',
  content: {
    __typename: 'ChoiceContent',
    statement: 'What do you conclude?',
    hints: ['Think of doing nothing.'],
    choose: 'ONE',
    options: [
      { __typename: 'ChoiceOption', id: 'a', text: 'It is ready' },
      { __typename: 'ChoiceOption', id: 'b', text: 'Ask for recall' },
    ],
  },
  response: null,
  feedback: null,
};
const started = start({
  __typename: 'StartPracticeSuccess',
  attempt: { __typename: 'Attempt', id: 'at', endedAt: null, items: [item] },
});

const next = {
  request: { query: NEXT_QUESTION, variables: { skills: ['s'] } },
  result: {
    data: {
      sameSkill: { __typename: 'QuestionConnection', edges: [] },
      any: { __typename: 'QuestionConnection', edges: [] },
    },
  },
};

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/choice/choice-field'));

// A refused answer stays in localStorage.
afterEach(() => window.localStorage.clear());

const responseOf = (picked: string) => ({
  __typename: 'Response',
  revision: 1,
  savedAt: '2026-11-20T14:02:00.000Z',
  answer: { __typename: 'ChoiceAnswer', picked: [picked] },
});
const saveResponse = { __typename: 'SaveResponseSuccess', response: responseOf('b') };
const saved = { request: { query: SAVE_RESPONSE, variables: () => true }, result: { data: { saveResponse } } };
const why = (id: string, isKey: boolean, text: string) => ({
  __typename: 'OptionFeedback',
  id,
  isKey,
  why: text,
  misconception: null,
});
const feedback = {
  __typename: 'ItemFeedback',
  earned: 1,
  possible: 1,
  pending: 0,
  markedBy: 'KEY',
  explanation: 'Doing nothing scores as much.',
  sources: ['A paper on doing nothing'],
  detail: {
    __typename: 'ChoiceFeedback',
    options: [why('a', false, 'It is not shown.'), why('b', true, 'Faults decide.')],
  },
};

/** The feedback after Check, for an answer that was the last on the server. */
const checked = (picked: string, earned: number, revision = 1) => ({
  request: { query: CHECK_ANSWER, variables: { input: { itemId: 'i', revision } } },
  result: {
    data: {
      checkAnswer: {
        __typename: 'CheckAnswerSuccess',
        item: {
          __typename: 'AttemptItem',
          id: 'i',
          isAnswered: true,
          question: { __typename: 'Question', id: 'q', practiceState: 'DONE' },
          response: responseOf(picked),
          feedback: { ...feedback, earned },
        },
      },
    },
  },
});

test('answers are saved before they are checked, and every option then has its reason', async () => {
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, started, saved, checked('b', 1), next] });
  expect(await screen.findByRole('heading', { level: 1, name: 'Rare event' })).toBeTruthy();
  expect(screen.getByText('All is well')).toBeTruthy();
  await userEvent.click(await screen.findByText('Ask for recall'));
  expect(screen.queryByText('Sources')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('Doing nothing scores as much.')).toBeTruthy();
  expect(screen.getByText('A paper on doing nothing')).toBeTruthy();
  expect(screen.getByText('It is not shown.')).toBeTruthy();
  expect(screen.getByText('Faults decide.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  expect((await screen.findByRole('link', { name: 'All questions' })).getAttribute('href')).toBe('/questions');
});

test('the verdict stands before the options and has the focus', async () => {
  const mocks = [head, viewer, started, saved, checked('b', 1), next];
  await renderPage({ routes, at: `/questions/${slug}`, mocks });
  await userEvent.click(await screen.findByText('Ask for recall'));
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  const points = await screen.findByText('1 of 1 points');
  await waitFor(() => expect(document.activeElement?.contains(points)).toBe(true));
  const [first] = screen.getAllByRole('radio');
  expect(points.compareDocumentPosition(first as Node) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('a verdict on what another page answered last stands beside that answer', async () => {
  const mocks = [head, viewer, started, saved, checked('a', 0), next];
  await renderPage({ routes, at: `/questions/${slug}`, mocks });
  await userEvent.click(await screen.findByText('Ask for recall'));
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('0 of 1 points');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'It is ready' }).checked).toBe(true);
});

test('an item that another page has finished shows how it came out', async () => {
  const closed = {
    request: { query: SAVE_RESPONSE, variables: () => true },
    result: { data: { saveResponse: { __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED' } } },
  };
  const mocks = [head, viewer, started, closed, checked('a', 0, 0), next];
  await renderPage({ routes, at: `/questions/${slug}`, mocks });
  await userEvent.click(await screen.findByText('Ask for recall'));
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('0 of 1 points')).toBeTruthy();
});

test('an answer of another tab is shown in place of being checked unseen', async () => {
  const elsewhere = { ...responseOf('a'), revision: 2 };
  const stale = {
    request: { query: CHECK_ANSWER, variables: { input: { itemId: 'i', revision: 1 } } },
    result: {
      data: { checkAnswer: { __typename: 'StaleRevisionProblem', code: 'STALE_REVISION', current: elsewhere } },
    },
  };
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, started, saved, stale] });
  await userEvent.click(await screen.findByText('Ask for recall'));
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText(/saved a different answer since/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'It is ready' }).checked).toBe(true);
  expect(await screen.findByText(/was saved in another tab or on another device/)).toBeTruthy();
});

test('of two versions one must be chosen before Check, and neither is dropped unseen', async () => {
  const stale = {
    request: { query: SAVE_RESPONSE, variables: () => true },
    result: {
      data: {
        saveResponse: { __typename: 'StaleRevisionProblem', code: 'STALE_REVISION', current: responseOf('a') },
      },
    },
  };
  const now = { __typename: 'AttemptItem', id: 'i', isAnswered: true, response: responseOf('a'), codeDrafts: [] };
  const readAgain = {
    request: { query: ITEM_NOW, variables: { id: 'i', isScenario: false } },
    result: { data: { attemptItem: { ...now, feedback: null } } },
  };
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, started, stale, readAgain] });
  await userEvent.click(await screen.findByText('Ask for recall'));
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('There are two versions of this answer. Choose one first.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Compare and choose' }));
  const mine = await screen.findByRole('region', { name: 'Your version, on this page' });
  expect(within(mine).getByRole<HTMLInputElement>('radio', { name: 'Ask for recall' }).checked).toBe(true);
  const theirs = screen.getByRole('region', { name: /The other version/ });
  expect(within(theirs).getByRole<HTMLInputElement>('radio', { name: 'It is ready' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Use the other' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Compare and choose' })).toBeNull());
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'It is ready' }).checked).toBe(true);
});

test('hints appear one after another, on demand', async () => {
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, started] });
  const show = await screen.findByRole('button', { name: 'Show a hint' });
  expect(screen.queryByText('Think of doing nothing.')).toBeNull();
  await userEvent.click(show);
  expect(await screen.findByText('Think of doing nothing.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: /hint/ })).toBeNull());
});

test('checking without an answer says what to do first', async () => {
  const nothing = {
    request: { query: CHECK_ANSWER, variables: { input: { itemId: 'i', revision: 0 } } },
    result: { data: { checkAnswer: { __typename: 'NothingToCheckProblem', code: 'NOTHING_TO_CHECK' } } },
  };
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, started, nothing] });
  await userEvent.click(await screen.findByRole('button', { name: 'Check' }));
  expect(await screen.findByText('Answer the question first. Then it can be checked.')).toBeTruthy();
  await userEvent.click(screen.getByText('Ask for recall'));
  expect(screen.queryByText('Answer the question first. Then it can be checked.')).toBeNull();
});

test('a question whose cases are still being made says so and offers to try again', async () => {
  const notReady = start({ __typename: 'QuestionNotReadyProblem', code: 'QUESTION_NOT_READY', isOnItsWay: true });
  await renderPage({ routes, at: `/questions/${slug}`, mocks: [head, viewer, notReady] });
  expect(await screen.findByText('This question is not ready yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again now' })).toBeTruthy();
});
