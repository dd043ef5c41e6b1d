import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page';
import { QuizPage } from './quiz-page';
import { NEW_QUIZ, START_QUIZ } from './new-quiz-query';
import { QUIZ_EXPLANATIONS } from './explanations-query';
import { SUBMIT_ATTEMPT } from '../../sitting/sitting-query';
import { anItem, clock, kinds, presented, quiz, routes, viewer } from './test-quiz';

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/choice/choice-field'));

test('opens at the first empty item and names every item with its state, never with right or wrong', async () => {
  await renderPage({ routes, at: '/quiz/z', mocks: [quiz, clock, presented, viewer] });
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 2 of 3' })).toBeTruthy();
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
  await screen.findByText(/has only 7 questions\./);
  await userEvent.click(screen.getByRole('button', { name: 'Take 7' }));
  await screen.findByText('/quiz/z?item=1');
});

test('explanations open with the score, what went wrong first, and one next step', async () => {
  const feedback = (earned: number) => ({
    __typename: 'ItemFeedback',
    earned,
    possible: 1,
    explanation: 'Because.',
    sources: [],
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
  expect(screen.getByText('Time ran out and the quiz ended. What was saved before counts.')).toBeTruthy();
});
