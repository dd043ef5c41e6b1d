import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page';
import { DELETE_MY_DATA } from './delete-my-data';
import { ProgressPage } from './progress-page';
import { PROGRESS } from './progress-query';

const routes = [
  { path: '/progress', element: <ProgressPage /> },
  { path: '/', element: <h1>Home</h1> },
];
const skill = (name: string) => ({ __typename: 'Skill', id: name, name });
const band = { __typename: 'Band', estimate: 71, innerLow: 67, innerHigh: 75, low: 62, high: 80 };
const account = { __typename: 'Account', id: 'a1' };
const quiz = {
  __typename: 'Attempt',
  id: 'q1',
  endedAt: '2026-11-18T09:20:00.000Z',
  items: [{ __typename: 'AttemptItem', id: 'i1' }],
  score: { __typename: 'AttemptScore', earned: 0.5, possible: 1 },
};

function progress(skills: object[], quizzes: object[], viewer: object): MockLink.MockedResponse {
  const data = {
    progress: { __typename: 'Progress', skills, quizzes },
    viewer: { __typename: 'Viewer', account: null, isGuest: false, ...viewer },
  };
  return { request: { query: PROGRESS, variables: {} }, maxUsageCount: 3, result: { data } };
}

test('a skill shows its estimate with the error and n, or says that there is not enough', async () => {
  const skills = [
    { __typename: 'SkillProgress', skill: skill('Metrics'), n: 14, band },
    { __typename: 'SkillProgress', skill: skill('SQL'), n: 3, band: null },
  ];
  await renderPage({ routes, at: '/progress', mocks: [progress(skills, [quiz], { account })] });
  expect(await screen.findByText('71 (62–80)')).toBeTruthy();
  expect(screen.getByText('n = 14 items')).toBeTruthy();
  expect(screen.getByText('Not enough yet')).toBeTruthy();
  expect(screen.getByText('n = 3; an estimate is shown from 5.')).toBeTruthy();
});

test('an ended quiz leads to its explanations', async () => {
  await renderPage({ routes, at: '/progress', mocks: [progress([], [quiz], { account })] });
  const link = await screen.findByRole('link', { name: /18 November 2026/ });
  expect(link.getAttribute('href')).toBe('/quiz/q1/explanations');
  expect(screen.getByText('0.5 of 1')).toBeTruthy();
});

test('a visitor reads what will be here, and is offered nothing to delete', async () => {
  await renderPage({ routes, at: '/progress', mocks: [progress([], [], {})] });
  expect(await screen.findByRole('link', { name: 'Choose a question' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull();
});

test('deleting asks once, needs the password, and a wrong one deletes nothing', async () => {
  const answer = { __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' };
  const refusal = {
    request: { query: DELETE_MY_DATA, variables: { input: { password: 'nope' } } },
    result: { data: { deleteMyData: answer } },
  };
  await renderPage({ routes, at: '/progress', mocks: [progress([], [quiz], { account }), refusal] });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete my data…' }));
  await userEvent.type(screen.getByLabelText(/Your password/), 'nope');
  await userEvent.click(screen.getByRole('button', { name: 'Delete permanently' }));
  expect(await screen.findByText(/Nothing was deleted/)).toBeTruthy();
});

test('a guest deletes without a password and is taken home', async () => {
  const viewer = { __typename: 'Viewer', isGuest: false };
  const done = {
    request: { query: DELETE_MY_DATA, variables: { input: { password: '' } } },
    result: { data: { deleteMyData: { __typename: 'DeleteMyDataSuccess', viewer } } },
  };
  await renderPage({ routes, at: '/progress', mocks: [progress([], [quiz], { isGuest: true }), done] });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete my data…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete permanently' }));
  expect(await screen.findByRole('heading', { name: 'Home' })).toBeTruthy();
});
