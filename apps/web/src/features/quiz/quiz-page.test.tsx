import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VIEWER } from '../../platform/viewer';
import { en } from '../../messages/en';
import { aCodeItem, aGradedSubmission, aSubmission } from '../../testing/a-code-item';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { NewQuizPage } from './new-quiz-page';
import { QuizExplanationsPage } from './quiz-explanations-page';
import { QuizPage } from './quiz-page';
import { NEW_QUIZ, START_QUIZ } from './new-quiz-query';
import { QUIZ_EXPLANATIONS } from './explanations-query';
import { QUIZ } from './quiz-query';
import { PRESENT_ITEM, SITTING_CLOCK, SUBMIT_ATTEMPT } from '../../sitting/sitting-query';

const routes = [
  { path: '/quiz/new', element: <NewQuizPage /> },
  { path: '/quiz/:id', element: <QuizPage /> },
  { path: '/quiz/:id/explanations', element: <QuizExplanationsPage /> },
];

const viewer = {
  request: { query: VIEWER },
  result: { data: { viewer: { __typename: 'Viewer', account: null, isGuest: true, memberships: [] } } },
};

function anItem(position: number, some: Record<string, unknown> = {}) {
  return {
    __typename: 'AttemptItem',
    id: `item-${position}`,
    position,
    isFlagged: false,
    isAnswered: false,
    question: {
      __typename: 'Question',
      id: `q${position}`,
      slug: `choice.q${position}`,
      title: `Question ${position}`,
      kind: 'CHOICE',
    },
    content: {
      __typename: 'ChoiceContent',
      statement: `Statement ${position}`,
      hints: [],
      choose: 'ONE',
      options: [
        { __typename: 'ChoiceOption', id: 'a', text: 'First' },
        { __typename: 'ChoiceOption', id: 'b', text: 'Second' },
      ],
    },
    response: null,
    codeDrafts: [],
    submissions: [],
    feedback: null,
    ...some,
  };
}

const items = [anItem(1, { isAnswered: true }), anItem(2, { isFlagged: true }), anItem(3)];
const attempt = {
  __typename: 'Attempt',
  id: 'z',
  form: 'QUIZ',
  startedAt: '2026-11-20T10:00:00.000Z',
  closesAt: null,
  endedAt: null as string | null,
  items,
};
const clock = {
  request: { query: SITTING_CLOCK, variables: { id: 'z' } },
  result: {
    data: {
      attempt: {
        __typename: 'Attempt',
        id: 'z',
        serverTime: '2026-11-20T10:01:00.000Z',
        closesAt: null,
        endedAt: null,
      },
    },
  },
  maxUsageCount: 9,
};
const quiz = { request: { query: QUIZ, variables: { id: 'z' } }, result: { data: { attempt } } };
const presented = {
  request: { query: PRESENT_ITEM, variables: () => true },
  result: {
    data: {
      presentItem: { __typename: 'PresentItemSuccess', item: { __typename: 'AttemptItem', id: 'item-2' } },
    },
  },
  maxUsageCount: 9,
};

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/choice/choice-field'));

test('opens at the first empty item and names every item with its state, never with right or wrong', async () => {
  await renderPage({ routes, at: '/quiz/z', mocks: [quiz, clock, presented, viewer] });
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 2' })).toBeTruthy();
  const links = screen.getAllByRole('link', { name: /^Item \d of 3/ });
  expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
    'Item 1 of 3, answered',
    'Item 2 of 3, empty, flagged',
    'Item 3 of 3, empty',
  ]);
  expect(links[1]?.getAttribute('aria-current')).toBe('step');
  expect(screen.queryByText(/right/i)?.textContent).toBe('Choose one. The right option earns all points.');
});

test('the review counts what is answered, flagged and empty, and submitting goes on to the explanations', async () => {
  const submitted = {
    request: { query: SUBMIT_ATTEMPT, variables: { input: { attemptId: 'z' } } },
    result: {
      data: {
        submitAttempt: {
          __typename: 'SubmitAttemptSuccess',
          attempt: { __typename: 'Attempt', id: 'z', endedAt: '2026-11-20T10:05:00.000Z' },
        },
      },
    },
  };
  const ending = [
    { path: '/quiz/:id', element: <QuizPage /> },
    { path: '/quiz/:id/explanations', element: <p /> },
  ];
  await renderPage({ routes: ending, at: '/quiz/z?item=review', mocks: [quiz, clock, submitted, viewer] });
  expect(await screen.findByText('1 answered · 1 flagged · 2 empty')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Submit quiz' }));
  await screen.findByText('/quiz/z/explanations');
});

const suited = { __typename: 'QuestionConnection', totalCount: 12 };
const kinds = ['CHOICE', 'NUMERIC', 'PLOT', 'ORDERING', 'READING', 'TEXT'];

test('too few questions are said with their number, and taking them starts the quiz', async () => {
  const start = (count: number, startQuiz: Record<string, unknown>) => ({
    request: { query: START_QUIZ, variables: { input: { skills: [], kinds, count, minutes: null } } },
    result: { data: { startQuiz } },
  });
  const mocks = [
    viewer,
    {
      request: { query: NEW_QUIZ, variables: () => true },
      result: {
        data: { skillDomains: [], suited: { __typename: 'QuestionConnection', totalCount: 12 }, openQuiz: null },
      },
    },
    start(10, { __typename: 'NotEnoughQuestionsProblem', code: 'NOT_ENOUGH_QUESTIONS', available: 7 }),
    start(7, { __typename: 'StartQuizSuccess', attempt: { __typename: 'Attempt', id: 'z' } }),
    quiz,
    clock,
    presented,
  ];
  await renderPage({ routes, at: '/quiz/new', mocks });
  await userEvent.click(await screen.findByRole('button', { name: 'Start the quiz' }));
  await screen.findByText(/^Only 7 questions fit/);
  await userEvent.click(screen.getByRole('button', { name: 'Take 7' }));
  await screen.findByText('/quiz/z?item=1');
});

test('explanations open with the score, what went wrong first, and one next step', async () => {
  const feedback = (earned: number) => ({
    __typename: 'ItemFeedback',
    earned,
    possible: 1,
    explanation: 'Because.',
    pending: 0,
    markedBy: null,
    detail: null,
  });
  const skill = { __typename: 'Skill', id: 'stats', name: 'Statistics' };
  const ended = {
    __typename: 'Attempt',
    id: 'z',
    endedAt: '2026-11-20T10:05:00.000Z',
    endedBy: 'CLOCK',
    score: {
      __typename: 'AttemptScore',
      earned: 1,
      possible: 2,
      skills: [{ __typename: 'SkillScore', skill, earned: 1, possible: 2, items: 2 }],
    },
    items: [
      anItem(1, { isAnswered: true, feedback: feedback(1) }),
      anItem(2, { isAnswered: true, feedback: feedback(0) }),
    ],
  };
  const explained = {
    request: { query: QUIZ_EXPLANATIONS, variables: { id: 'z' } },
    result: { data: { attempt: ended } },
  };
  await renderPage({ routes, at: '/quiz/z/explanations', mocks: [explained, viewer] });
  expect(await screen.findByRole('heading', { level: 1, name: '1 of 2 points' })).toBeTruthy();
  expect(screen.getAllByText(/^\d\. Question/).map((title) => title.textContent)).toEqual([
    '2. Question 2',
    '1. Question 1',
  ]);
  expect(screen.getByRole('link', { name: 'Practise Statistics' }).getAttribute('href')).toBe('/questions?skill=stats');
  expect(screen.getByText('The clock ended this quiz. What was saved before counts.')).toBeTruthy();
});

test('a quiz with code asks for its kinds too', async () => {
  const api = new FakeApi({
    Viewer: () => viewer.result.data,
    NewQuiz: () => ({ skillDomains: [], suited, openQuiz: null }),
    StartQuiz: () => ({
      startQuiz: { __typename: 'StartQuizSuccess', attempt: { __typename: 'Attempt', id: 'z' } },
    }),
  });
  const started = [
    { path: '/quiz/new', element: <NewQuizPage /> },
    { path: '*', element: <p /> },
  ];
  await renderPage({ routes: started, at: '/quiz/new', api });
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Code and models/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Start the quiz' }));
  await screen.findByText('/quiz/z?item=1');
  expect(api.asked.get('StartQuiz')).toMatchObject([{ input: { kinds: [...kinds, 'CODE', 'MODEL'] } }]);
});

describe('code in a quiz', () => {
  const code = { question: { __typename: 'Question', id: 'q1', slug: 'code.total', title: 'Total', kind: 'CODE' } };
  const coded = anItem(1, { ...aCodeItem({ id: 'item-1' }), ...code });
  const common = {
    Viewer: () => viewer.result.data,
    Runtimes: () => ({ installation: { __typename: 'Installation', runtimes: [] } }),
    SittingClock: () => clock.result.data,
    PresentItem: () => presented.result.data,
  };

  beforeEach(() => localStorage.setItem('holdout.plain-editor', 'yes'));

  test('is received without a verdict and listed with what was submitted', async () => {
    const sentAt = '2026-11-20T14:02:00.000Z';
    const received = aSubmission({ sentAt, status: 'RECEIVED', placeInQueue: null });
    const api = new FakeApi({
      ...common,
      Quiz: () => ({ attempt: { ...attempt, items: [coded] } }),
      SubmitCode: () => ({ submitCode: { __typename: 'SubmitCodeSuccess', submission: received } }),
    });
    await renderPage({ routes, at: '/quiz/z?item=1', api });
    await userEvent.click(await screen.findByRole('button', { name: 'Submit' }));
    expect(await screen.findAllByText(en.question.code.received(sentAt, false))).toHaveLength(2);
    await userEvent.click(screen.getByRole('tab', { name: 'Submissions' }));
    expect(await screen.findByRole('button', { name: /^Show the code/ })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Verdict' })).toBeNull();
  });

  test('is explained with the verdict of each submission, and waits for one that is still graded', async () => {
    const sent = [aGradedSubmission({ id: 'graded' }), aSubmission({ id: 'waiting' })];
    const feedback = { __typename: 'ItemFeedback', earned: 2, possible: 2, explanation: 'Because.', pending: 0 };
    const item = { ...coded, submissions: sent, feedback: { ...feedback, markedBy: 'KEY', detail: null } };
    const ended = { __typename: 'Attempt', id: 'z', endedAt: '2026-11-20T10:05:00.000Z', endedBy: 'CANDIDATE' };
    const api = new FakeApi({
      ...common,
      QuizExplanations: () => ({ attempt: { ...ended, score: null, items: [item] } }),
    });
    await renderPage({ routes, at: '/quiz/z/explanations', api });
    expect(await screen.findByText('Still being graded')).toBeTruthy();
    expect(await screen.findByText('1 of 1 groups passed')).toBeTruthy();
    expect(screen.getByText('Waiting: next in the queue.')).toBeTruthy();
  });
});
