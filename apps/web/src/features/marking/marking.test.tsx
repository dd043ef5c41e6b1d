import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { OrganizationContext } from '../../platform/organization/organization-context';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { AnswerPage } from './answer-page';
import { MarkingPage } from './marking-page';

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/scenario/scenario-field'));

const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme' } as const;

const aQueue = (some: Record<string, unknown> = {}) => ({
  __typename: 'MarkingQueue',
  id: 'q1',
  title: 'A code change doubles the latency',
  assessmentTitle: 'ML engineer II',
  kind: 'SCENARIO',
  toMark: 2,
  secondMarks: 1,
  doneCount: 0,
  disagreementCount: 0,
  medianSeconds: 240,
  dueAt: null,
  ...some,
});

const aCriterion = (id: string, title: string) => ({
  __typename: 'RubricCriterion',
  ...{
    id,
    title,
    block: null,
    weight: 2,
    level: null,
    levels: [`${title}: nothing.`, `${title}: some.`, `${title}: all.`],
  },
});

const aTask = (number: number) => ({
  __typename: 'MarkingTask',
  ...{ id: `t${number}`, number, total: 2, explanation: 'Why.', detail: null, dueAt: null, review: null, redFlags: [] },
  content: {
    __typename: 'ScenarioContent',
    ...{ statement: 'What do you do today?', hints: [], words: { __typename: 'WordLimits', min: 1, max: 90 } },
    ...{ followUps: [], hasMore: false },
  },
  answer: {
    __typename: 'ScenarioAnswer',
    texts: [{ __typename: 'PartText', part: 'prompt', text: `I roll back first (${number}).` }],
  },
  rubric: [aCriterion('safe', 'The first hour'), aCriterion('cause', 'Finding the cause')],
  samples: [
    {
      __typename: 'MarkingSample',
      ...{ name: 'STRONG', text: 'Roll back, measure, tell.' },
      levels: [{ __typename: 'CriterionLevel', criterion: 'safe', level: 2 }],
    },
  ],
});

const served = () =>
  new FakeApi({
    MarkingQueues: () => ({ markingQueues: [aQueue()] }),
    MarkingQueue: () => ({ markingQueue: aQueue({ toMark: 0, secondMarks: 0, doneCount: 2 }) }),
    OpenMarking: ({ input }) =>
      (input as { number: number }).number > 2
        ? { openMarking: { __typename: 'QueueEmptyProblem', code: 'QUEUE_EMPTY' } }
        : { openMarking: { __typename: 'OpenMarkingSuccess', task: aTask((input as { number: number }).number) } },
    SaveReview: () => ({ saveReview: { __typename: 'SaveReviewSuccess', queue: aQueue({ toMark: 1, doneCount: 1 }) } }),
  });

const show = (at: string, api: FakeApi) => {
  const layout = (
    <OrganizationContext value={{ ...acme, viewerRoles: ['REVIEWER'] }}>
      <Outlet />
    </OrganizationContext>
  );
  const children = [
    { path: '/o/acme/marking', element: <MarkingPage /> },
    { path: '/o/acme/marking/:queueId/:n', element: <AnswerPage /> },
  ];
  return renderPage({ routes: [{ element: layout, children }], at, api });
};

test('the queue counts what waits, and M starts marking', async () => {
  await show('/o/acme/marking', served());
  const row = await screen.findByRole('row', { name: /A code change doubles the latency/ });
  expect(within(row).getByText('4 min')).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
  await userEvent.keyboard('m');
  expect(await screen.findByRole('heading', { level: 1, name: 'Response 1 of 2' })).toBeTruthy();
});

test('an answer is marked by keys alone: arrows and levels, a comment, a flag, and the next one is opened', async () => {
  const api = served();
  await show('/o/acme/marking/q1/1', api);
  expect(await screen.findByText('I roll back first (1).')).toBeTruthy();
  await userEvent.keyboard('2');
  expect(screen.getByText('The first hour: all.')).toBeTruthy();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Choose a level for each criterion: 1 criterion without one.')).toBeTruthy();
  await userEvent.keyboard('{ArrowDown}1f');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('I roll back first (2).')).toBeTruthy();
  expect(api.asked.get('SaveReview')).toMatchObject([
    {
      input: {
        queueId: 'q1',
        taskId: 't1',
        isFlagged: true,
        levels: [
          { criterion: 'safe', level: 2 },
          { criterion: 'cause', level: 1 },
        ],
      },
    },
  ]);
});

test('samples are shut at first, S opens them and Q the question; U goes back', async () => {
  await show('/o/acme/marking/q1/2', served());
  expect(await screen.findByText('I roll back first (2).')).toBeTruthy();
  expect(screen.queryByText('Roll back, measure, tell.')).toBeNull();
  await userEvent.keyboard('sq');
  expect(await screen.findByText('Roll back, measure, tell.')).toBeTruthy();
  expect(await screen.findByText('What do you do today?')).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
  await userEvent.keyboard('u');
  expect(await screen.findByText('I roll back first (1).')).toBeTruthy();
});

test('after the last answer the page says how many were marked', async () => {
  await show('/o/acme/marking/q1/3', served());
  expect(await screen.findByText('2 marked')).toBeTruthy();
});
