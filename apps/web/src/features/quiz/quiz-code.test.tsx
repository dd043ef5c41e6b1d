import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { en } from '../../messages/en';
import { aCodeItem } from '../../testing/a-code-item';
import { aGradedSubmission, aSubmission } from '../../testing/a-submission';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { NewQuizPage } from './new-quiz-page';
import { anItem, attempt, clock, kinds, presented, routes, suited, viewer } from './test-quiz';

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
  const code = {
    kind: 'CODE',
    question: { __typename: 'Question', id: 'q1', slug: 'code.total', title: 'Total', subtitle: null },
  };
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
    // The starter was submitted as it is, so there is no saved response.
    expect(screen.getByRole('link', { name: 'Item 1 of 1, answered' })).toBeTruthy();
  });

  test('is explained with the verdict of each submission, and waits for one that is still graded', async () => {
    const sent = [aGradedSubmission({ id: 'graded' }), aSubmission({ id: 'waiting' })];
    const feedback = {
      __typename: 'ItemFeedback',
      earned: 2,
      possible: 2,
      explanation: 'Because.',
      sources: [],
      pending: 0,
    };
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
