import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberRole } from '../../generated/operations';
import { late as words } from '../../messages/en/late';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { InAssessment } from '../../testing/in-assessment';
import { renderPage } from '../../testing/render-page';
import { LatePage } from './late-page';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() => Promise.all([import('./late-dialog'), import('../../answering/kinds/text/text-field')]));

const TIMES = { closedAt: '2026-11-20T10:00:00.000Z', arrivedAt: '2026-11-20T10:04:00.000Z' };

const aRow = (n: number, some: Record<string, unknown> = {}) => ({
  __typename: 'LateAnswer',
  id: `late-${n}`,
  invitationId: `invitation-${n}`,
  name: `Candidate ${n}`,
  email: `${n}@example.org`,
  position: n,
  title: 'Rare events',
  cause: 'TIME',
  ...TIMES,
  admission: null,
  ...some,
});

const CODE = (source: string) => ({ __typename: 'CodeAnswer', language: 'PYTHON', source });
const content = { __typename: 'CodeContent' };

class Server {
  rows = [aRow(1), aRow(2, { cause: 'SUBMITTED' })];
  outcome: Record<string, unknown> | null = null;

  api = new FakeApi({
    LateAnswers: () => ({
      lateAnswers: {
        __typename: 'LateAnswerConnection',
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: this.rows.map((node) => ({ __typename: 'LateAnswerEdge', node })),
      },
    }),
    LateAnswer: () => ({
      lateAnswer: {
        __typename: 'LateAnswer',
        id: 'late-1',
        content,
        answer: CODE('n = 2'),
        counted: { __typename: 'Response', revision: 1, savedAt: TIMES.closedAt, answer: CODE('n = 1') },
      },
    }),
    AdmitLateAnswer: () => ({ admitLateAnswer: this.outcome ?? this.admitted() }),
  });

  private admitted() {
    const admission = {
      __typename: 'LateAdmission',
      admittedAt: TIMES.arrivedAt,
      admittedBy: 'Ada',
      reason: 'Offline.',
    };
    this.rows = [aRow(1, { admission })];
    return { __typename: 'AdmitLateAnswerSuccess', lateAnswer: aRow(1, { admission }) };
  }
}

const show = (server: Server, roles: MemberRole[] = ['MANAGER']) =>
  renderPage({
    routes: [{ element: <InAssessment roles={roles} />, children: [{ path: '/late', element: <LatePage /> }] }],
    at: '/late',
    api: server.api,
  });

async function compare() {
  const name = words.compare + words.compareOf('Candidate 1', 1);
  await userEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog', { name: words.dialog('Candidate 1', 1) });
}

test('the list says whose answer it is, when it arrived, how long after what, and that it does not count', async () => {
  await show(new Server());
  const rows = within(await screen.findByRole('list', { name: words.list })).getAllByRole('listitem');
  expect(rows).toHaveLength(2);
  expect(rows[0]?.textContent).toContain('Candidate 1');
  expect(rows[0]?.textContent).toContain(words.question(1, 'Rare events'));
  expect(rows[0]?.textContent).toContain('4 minutes after the time was up');
  expect(rows[0]?.textContent).toContain(words.waiting);
  expect(rows[1]?.textContent).toContain('4 minutes after the candidate had submitted');
  expect(await findingsIn(document.body)).toEqual([]);
});

test('both answers are shown side by side, and a reason lets the late one count', async () => {
  const server = new Server();
  await show(server);
  const dialog = await compare();
  expect((await within(dialog).findByRole('region', { name: words.counts })).textContent).toContain('n = 1');
  expect(within(dialog).getByRole('region', { name: words.late }).textContent).toContain('n = 2');
  await userEvent.type(within(dialog).getByRole('textbox'), 'Offline.');
  await userEvent.click(within(dialog).getByRole('button', { name: words.admit }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.api.asked.get('AdmitLateAnswer')).toEqual([
    { input: { assessmentId: 'a1', revisionId: 'late-1', reason: 'Offline.' } },
  ]);
  expect(await screen.findByText(words.done('Candidate 1', 1), { selector: 'p' })).toBeTruthy();
  expect(await screen.findByText(words.admittedBy('Ada', TIMES.arrivedAt))).toBeTruthy();
});

test('without a reason nothing is sent, and the field says so', async () => {
  const server = new Server();
  await show(server);
  const dialog = await compare();
  await userEvent.click(await within(dialog).findByRole('button', { name: words.admit }));
  expect(within(dialog).getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  expect(server.api.asked.get('AdmitLateAnswer')).toBeUndefined();
});

test('an answer that is gone is said to be', async () => {
  const server = new Server();
  server.outcome = { __typename: 'LateAnswerGoneProblem', code: 'LATE_ANSWER_GONE' };
  await show(server);
  const dialog = await compare();
  await userEvent.type(await within(dialog).findByRole('textbox'), 'Offline.');
  await userEvent.click(within(dialog).getByRole('button', { name: words.admit }));
  expect(await within(dialog).findByText(words.gone)).toBeTruthy();
});

test('without late answers the page says what would be here', async () => {
  const server = new Server();
  server.rows = [];
  await show(server);
  expect(await screen.findByText(words.none)).toBeTruthy();
});

test('a recruiter finds no such page', async () => {
  const server = new Server();
  await show(server, ['RECRUITER']);
  expect(screen.queryByText(words.title)).toBeNull();
  expect(server.api.asked.get('LateAnswers')).toBeUndefined();
});
