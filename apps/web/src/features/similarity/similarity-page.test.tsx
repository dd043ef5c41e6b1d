import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberRole } from '../../generated/operations';
import { similarity as words } from '../../messages/en/similarity';
import { FakeApi } from '../../testing/fake-api';
import { InAssessment } from '../../testing/in-assessment';
import { renderPage } from '../../testing/render-page';
import { SimilarityPage } from './similarity-page';

const question = {
  __typename: 'SimilarityQuestion',
  ...{
    title: 'Average precision',
    language: 'PYTHON',
    programs: 40,
    compared: 38,
    pairs: 703,
    median: 0.21,
    line: 0.6,
  },
};
const check = (some: object = {}) => ({
  __typename: 'SimilarityCheck',
  ...{ id: 'run-1', progress: 1, doneAt: '2026-11-20T10:00:00.000Z', failedAt: null, isOutdated: false, pairCount: 1 },
  questions: [question],
  ...some,
});
const span = (from: number, to: number) => ({ __typename: 'SourceSpan', from, to });
const program = (name: string | null, attemptId: string) => ({ __typename: 'SimilarProgram', attemptId, name });
const pair = {
  __typename: 'SimilarPair',
  ...{ id: 'pair-1', title: 'Average precision', language: 'PYTHON', similarity: 0.94, above: 0.9985, longest: 120 },
  left: program('Ada Example', 'a1'),
  right: program(null, 'a2'),
};
const none = {
  __typename: 'SimilarPairConnection',
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
};

class Server {
  constructor(public found: object | null) {}

  readonly api = new FakeApi({
    Similarity: () => ({ similarity: this.found }),
    SimilarPairs: () => ({
      similarPairs: { ...none, edges: [{ __typename: 'SimilarPairEdge', cursor: 'c', node: pair }] },
    }),
    SimilarPair: () => ({
      similarPair: {
        ...pair,
        left: { ...pair.left, source: 'x = 1\ny = 2' },
        right: { ...pair.right, source: 'y = 2' },
        matches: [{ __typename: 'SimilarMatch', left: span(6, 11), right: span(0, 5) }],
      },
    }),
    ComparePrograms: () => {
      this.found = check({ progress: 0.4, doneAt: null, questions: [] });
      return { comparePrograms: { __typename: 'CompareProgramsSuccess', check: this.found } };
    },
  });
}

function open({ api }: Server, roles: readonly MemberRole[] = ['MANAGER']) {
  const page = { path: '/s', element: <SimilarityPage /> };
  return renderPage({ routes: [{ element: <InAssessment roles={roles} />, children: [page] }], at: '/s', api });
}

test('a pair is shown with how alike it is, and opens side by side with what both share marked', async () => {
  await open(new Server(check()));
  const table = await screen.findByRole('table', { name: words.pairs(1) });
  expect(within(table).getByText('99.8 % of pairs')).toBeTruthy();
  const link = within(table).getByRole('link', { name: words.lookAt('Ada Example', words.nameless) });
  // The pair suspends while it loads; only an awaited `act` lets it resume.
  await act(() => userEvent.click(link));
  const left = await screen.findByRole('group', { name: words.program('Ada Example') });
  expect(left.querySelector('mark')?.textContent).toBe('Part 1: 1y = 2 (end of part 1)');
  expect(left.textContent).toContain('x = 1');
});

test('before the first comparison the page says when there is one, and starts it', async () => {
  await open(new Server(null));
  expect(await screen.findByText(words.none.title)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: words.compare }));
  expect(await screen.findByText('Comparing: 40 % done')).toBeTruthy();
  expect(screen.getByRole('button', { name: words.again }).hasAttribute('disabled')).toBe(true);
});

test('too few answers, and answers that came in since, are said', async () => {
  const few = { ...question, programs: 4, compared: 4, median: null, line: null };
  await open(new Server(check({ isOutdated: true, questions: [few] })));
  expect(await screen.findByText(words.outdated)).toBeTruthy();
  expect(screen.getByText(words.tooFew(4))).toBeTruthy();
});

test('recruiters do not see the page', async () => {
  await open(new Server(check()), ['RECRUITER']);
  expect(screen.queryByText(words.about)).toBeNull();
});
