import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { renderPage } from '../../testing/render-page';
import { CataloguePage } from './catalogue-page';
import { RUNTIMES } from '../../platform/use-runtimes';
import { CATALOGUE, SKILL_TREE } from './catalogue-query';
import { PAUSE_MS } from '../../platform/search-box';

const routes = [{ path: '/questions', element: <CataloguePage /> }];
const metrics = { __typename: 'Skill', id: 'ml.metrics', name: 'Metrics' };

const tree: MockLink.MockedResponse = {
  request: { query: SKILL_TREE, variables: {} },
  result: {
    data: {
      skillDomains: [
        {
          __typename: 'SkillDomain',
          id: 'ml',
          name: 'Model evaluation',
          questionCount: 2,
          skills: [{ __typename: 'SkillCount', skill: metrics, questionCount: 2 }],
        },
      ],
    },
  },
};

const aQuestion = (n: number, practiceState = 'NEW') => ({
  __typename: 'Question',
  id: `public/choice.q-${n}`,
  slug: `choice.q-${n}`,
  title: `Question ${n}`,
  subtitle: null,
  kind: 'CHOICE',
  level: 2,
  minutes: 3,
  languages: [],
  runtimes: [],
  practiceState,
});

function list(
  filter: object,
  questions: object[],
  { first = 50, after = undefined as string | undefined, total = questions.length } = {},
) {
  return {
    request: { query: CATALOGUE, variables: { first, filter, ...(after ? { after } : {}) } },
    maxUsageCount: 5,
    result: {
      data: {
        questions: {
          __typename: 'QuestionConnection',
          edges: questions.map((node, at) => ({ __typename: 'QuestionEdge', cursor: `c${at}`, node })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: questions.length < total && !after, endCursor: 'end' },
          totalCount: total,
        },
      },
    },
  } satisfies MockLink.MockedResponse;
}

const failing: MockLink.MockedResponse = {
  request: { query: CATALOGUE, variables: { first: 50, filter: {} } },
  result: { errors: [{ message: 'x', extensions: { code: 'INTERNAL', errorId: '7f3a91c2' } }] },
};

test('lists questions with their state in words, and says how many there are', async () => {
  await renderPage({ routes, at: '/questions', mocks: [tree, list({}, [aQuestion(1), aQuestion(2, 'DONE')])] });
  const row = (await screen.findByRole('rowheader', { name: 'Question 2' })).closest('tr');
  expect(within(row ?? document.body).getByText('Done')).toBeTruthy();
  expect(within(screen.getByRole('status')).getByText('2 questions')).toBeTruthy();
});

test('a row shows the subtitle under the title', async () => {
  const titled = { ...aQuestion(1), subtitle: 'The best of 4,000 models' };
  await renderPage({ routes, at: '/questions', mocks: [tree, list({}, [titled])] });
  expect(await screen.findByRole('rowheader', { name: 'Question 1 The best of 4,000 models' })).toBeTruthy();
});

test('a row says in which languages a question is offered, and which are not graded here', async () => {
  const runtime = (name: string, isUsable: boolean) => ({
    __typename: 'LanguageRuntime',
    runtime: name,
    language: name,
    isUsable,
    reason: isUsable ? null : 'SWITCHED_OFF',
    versions: [],
  });
  const runtimes = [runtime('PYTHON', true), runtime('R', false)];
  const installation = {
    request: { query: RUNTIMES, variables: {} },
    result: { data: { installation: { __typename: 'Installation', runtimes } } },
    maxUsageCount: 9,
  };
  const offered = { languages: ['PYTHON', 'R'], runtimes: ['PYTHON', 'R'] };
  const mocks = [tree, installation, list({}, [{ ...aQuestion(1), kind: 'CODE', ...offered }, aQuestion(2)])];
  await renderPage({ routes, at: '/questions', mocks });
  const row = (await screen.findByRole('rowheader', { name: /Question 1/ })).closest('tr') ?? document.body;
  expect(within(row).getByText('Python, R')).toBeTruthy();
  expect(await within(row).findByText('Not graded here now: R')).toBeTruthy();
  expect(screen.getAllByText(/Not graded here/)).toHaveLength(1);
});

test('a filter goes into the address, becomes a chip, and the chip removes it', async () => {
  const mocks = [tree, list({}, [aQuestion(1), aQuestion(2)]), list({ kinds: ['CODE'] }, [aQuestion(3)])];
  await renderPage({ routes, at: '/questions', mocks });
  await screen.findByRole('link', { name: 'Question 1' });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Code' }));
  await screen.findByRole('link', { name: 'Question 3' });
  expect(screen.getByTestId('address').textContent).toBe('/questions?kind=code');
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Code' }));
  await screen.findByRole('link', { name: 'Question 1' });
  expect(screen.getByTestId('address').textContent).toBe('/questions');
});

test('words typed just before a link was followed do not call back from where it leads', async () => {
  await renderPage({ routes, at: '/questions', mocks: [tree, list({}, [aQuestion(1)]), list({ text: 'zebra' }, [])] });
  await screen.findByRole('link', { name: 'Question 1' });
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'zebra');
  window.history.pushState(null, '', '/questions/choice.question-1');
  await act(() => new Promise((resolve) => setTimeout(resolve, 2 * PAUSE_MS)));
  window.history.back();
  expect(screen.getByTestId('address').textContent).toBe('/questions');
});

test('when nothing fits, names the filter without which most would', async () => {
  const mocks = [
    tree,
    list({ text: 'zebra', levels: [1] }, []),
    list({ levels: [1] }, [aQuestion(1)], { first: 1, total: 4 }),
    list({ text: 'zebra' }, [], { first: 1 }),
  ];
  await renderPage({ routes, at: '/questions?q=zebra&level=1', mocks });
  expect(await screen.findByText('Without “zebra”: 4 questions.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Remove “zebra”' })).toBeTruthy();
});

test('more rows come on demand, and the focus goes to the first of them', async () => {
  const mocks = [tree, list({}, [aQuestion(1)], { total: 2 }), list({}, [aQuestion(2)], { after: 'end', total: 2 })];
  await renderPage({ routes, at: '/questions', mocks });
  await userEvent.click(await screen.findByRole('button', { name: 'Load 50 more' }));
  const added = await screen.findByRole('link', { name: 'Question 2' });
  expect(screen.getByRole('link', { name: 'Question 1' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(added));
});

// One full page and one more row.
test('who comes back to the list finds the rows that were loaded before', async () => {
  const page = Array.from({ length: 50 }, (_, n) => aQuestion(n));
  const mocks = [
    tree,
    list({}, page, { total: 51 }),
    list({}, [aQuestion(50)], { after: 'end', total: 51 }),
    list({}, [...page, aQuestion(50)], { first: 51 }),
  ];
  const away = { path: '/questions/:slug', element: <Link to="/questions">Questions</Link> };
  await renderPage({ routes: [...routes, away], at: '/questions', mocks });
  await userEvent.click(await screen.findByText('Load 50 more'));
  await userEvent.click(await screen.findByText('Question 50'));
  await userEvent.click(await screen.findByText('Questions'));
  expect(await screen.findByText('Question 50')).toBeTruthy();
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  expect(screen.getByText('Question 50')).toBeTruthy();
});

test('J and K walk the rows and / goes to the search', async () => {
  await renderPage({ routes, at: '/questions', mocks: [tree, list({}, [aQuestion(1), aQuestion(2)])] });
  await screen.findByRole('link', { name: 'Question 1' });
  await userEvent.keyboard('jj');
  expect(document.activeElement?.textContent).toBe('Question 2');
  await userEvent.keyboard('k');
  expect(document.activeElement?.textContent).toBe('Question 1');
  await userEvent.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }));
});

test('a failure of ours is named ours, with an id to quote and a way to try again', async () => {
  const mocks = [tree, failing, list({}, [aQuestion(1)])];
  await renderPage({ routes, at: '/questions', mocks });
  expect(await screen.findByText('Error id: 7f3a91c2')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Question 1' })).toBeTruthy();
});

test('when more rows cannot be had, the reason stands beside the button and the rows stay', async () => {
  const lost = {
    request: { query: CATALOGUE, variables: { first: 50, filter: {}, after: 'end' } },
    error: new TypeError('x'),
  };
  await renderPage({ routes, at: '/questions', mocks: [tree, list({}, [aQuestion(1)], { total: 2 }), lost] });
  await userEvent.click(await screen.findByRole('button', { name: 'Load 50 more' }));
  expect(await screen.findByText(/could not be reached/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Question 1' })).toBeTruthy();
});
