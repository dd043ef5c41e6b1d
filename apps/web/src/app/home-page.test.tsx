import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import { HOME } from '../features/home/home-query';
import { renderPage } from '../testing/render-page';
import { HomePage } from './home-page';

const routes = [{ path: '/', element: <HomePage /> }];
const metrics = { __typename: 'Skill', id: 'ml.metrics', name: 'Metrics' };
const question = {
  __typename: 'Question',
  id: 'public/choice.rare',
  slug: 'choice.rare',
  title: 'Accuracy on a rare event',
  kind: 'CHOICE',
  level: 1,
  minutes: 2,
};

const nothing = {
  viewer: { __typename: 'Viewer', account: null, isGuest: false, memberships: [] },
  example: { __typename: 'QuestionConnection', edges: [{ __typename: 'QuestionEdge', node: question }] },
  all: { __typename: 'QuestionConnection', totalCount: 13 },
  skillDomains: [
    {
      __typename: 'SkillDomain',
      skills: [{ __typename: 'SkillCount', skill: metrics, questionCount: 13 }],
    },
  ],
  openQuiz: null,
  progress: { __typename: 'Progress', latest: null, skills: [] },
};

const home = (data: object): MockLink.MockedResponse => ({
  request: { query: HOME, variables: {} },
  maxUsageCount: 3,
  result: { data: { ...nothing, ...data } },
});

test('a visitor reads the promise, can try a question, and finds two doors', async () => {
  await renderPage({ routes, at: '/', mocks: [home({})] });
  expect(await screen.findByRole('heading', { level: 1, name: /Graded on data you have not seen/ })).toBeTruthy();
  expect(screen.getByText('Accuracy on a rare event')).toBeTruthy();
  expect(screen.getByText('13 questions, free, no account needed.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Choose a question' }).getAttribute('href')).toBe('/questions');
  expect(screen.getByText(/not part of this version yet/)).toBeTruthy();
});

test('a person who has practised finds what is open, and what to study and why', async () => {
  const band = { __typename: 'Band', estimate: 52.2, low: 25, high: 79 };
  const data = {
    viewer: { ...nothing.viewer, isGuest: true },
    openQuiz: {
      __typename: 'Attempt',
      id: 'q1',
      closesAt: null,
      items: [
        { __typename: 'AttemptItem', id: 'a', isAnswered: true },
        { __typename: 'AttemptItem', id: 'b', isAnswered: false },
      ],
    },
    progress: {
      __typename: 'Progress',
      latest: question,
      skills: [{ __typename: 'SkillProgress', skill: metrics, n: 8, band }],
    },
  };
  await renderPage({ routes, at: '/', mocks: [home(data)] });
  expect(await screen.findByText(/1 of 2 answered/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Resume the quiz' }).getAttribute('href')).toBe('/quiz/q1');
  expect(screen.getByRole('link', { name: 'Continue this question' }).getAttribute('href')).toBe(
    '/questions/choice.rare',
  );
  expect(screen.getByText('52 (25–79) over 8 items')).toBeTruthy();
});
