import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberRole } from '../../generated/operations';
import { live as words } from '../../messages/en/live';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { LivePage } from './live-page';
import { InAssessment } from '../../testing/in-assessment';

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('./write-dialog'));

const NOW = '2026-11-20T10:00:00.000Z';

const anAttempt = (n: number, some: Record<string, unknown> = {}) => ({
  __typename: 'LiveAttempt',
  id: `attempt-${n}`,
  invitationId: `invitation-${n}`,
  name: `Candidate ${n}`,
  email: `${n}@example.org`,
  closesAt: '2026-11-20T10:48:00.000Z',
  endedAt: null,
  endedBy: null,
  position: 3,
  sectionTitle: 'Metrics',
  itemCount: 12,
  answeredCount: 2,
  seenAt: NOW,
  isConnected: true,
  givenSeconds: 0,
  unreadCount: 0,
  call: null,
  ...some,
});

const aCall = { __typename: 'LiveCall', id: 'call', text: 'Item 2 is empty.', sentAt: NOW };

class Server {
  attempts: readonly ReturnType<typeof anAttempt>[] = [anAttempt(1), anAttempt(2)];
  isReachable = true;
  hasNextPage = false;

  api = new FakeApi({
    LiveAttempts: () => {
      if (!this.isReachable) throw new Error('offline');
      const running = this.attempts.filter(({ endedAt }) => endedAt === null).length;
      return {
        liveAttempts: {
          __typename: 'LiveAttemptConnection',
          serverTime: NOW,
          counts: { __typename: 'LiveCounts', running, calls: 1, notConnected: 0, ended: 0 },
          pageInfo: { __typename: 'PageInfo', hasNextPage: this.hasNextPage, endCursor: 'cursor' },
          edges: this.attempts.map((node) => ({ __typename: 'LiveAttemptEdge', node })),
        },
      };
    },
    LiveMessages: () => ({
      liveAttempt: {
        __typename: 'LiveAttempt',
        id: 'attempt-1',
        messages: [
          { ...aCall, __typename: 'AttemptMessage', kind: 'CALL', isToAll: false, readAt: null, answeredAt: null },
        ],
      },
    }),
    SendAttemptMessage: () => ({
      sendAttemptMessage: { __typename: 'SendAttemptMessageSuccess', sentCount: 2 },
    }),
    AddTime: () => ({ addTime: { __typename: 'AddTimeSuccess', givenCount: 1 } }),
    CloseHelpCalls: () => ({ closeHelpCalls: { __typename: 'CloseHelpCallsSuccess', closedCount: 1 } }),
  });
}

const show = (server: Server, { roles = ['MANAGER'] as MemberRole[], at = '/live' } = {}) =>
  renderPage({
    routes: [{ element: <InAssessment roles={roles} />, children: [{ path: '/live', element: <LivePage /> }] }],
    at,
    api: server.api,
  });

const table = () => screen.findByRole('table', { name: words.label });
/** The page asks again when its window comes to the front. */
const askAgain = () => act(() => void window.dispatchEvent(new Event('focus')));
const inputsOf = (server: Server, name: string) => server.api.asked.get(name)?.map(({ input }) => input as object);

test('a row tells where a candidate is, what is answered, the connection and the time left by the server’s clock', async () => {
  await show(new Server());
  const row = (await within(await table()).findAllByRole('row'))[1];
  expect(row?.textContent).toContain('Candidate 1');
  expect(row?.textContent).toContain(words.item(3, 12));
  expect(row?.textContent).toContain('Metrics');
  expect(row?.textContent).toContain(words.answered(2, 12));
  expect(row?.textContent).toContain(words.connected);
  expect(row?.textContent).toContain(words.minutes(48));
});

test('what changes on the server appears without a reload', async () => {
  const server = new Server();
  await show(server);
  await table();
  server.attempts = [anAttempt(2, { call: aCall, isConnected: false }), anAttempt(1)];
  askAgain();
  await waitFor(() => expect(screen.getAllByRole('row')[1]?.textContent).toContain('Item 2 is empty.'));
  const row = screen.getAllByRole('row')[1];
  expect(row?.textContent).toContain(words.called(NOW));
  expect(row?.textContent).toContain(words.notConnected);
});

test('while the server cannot be reached the list stays, with the time it is from', async () => {
  const server = new Server();
  await show(server);
  await table();
  server.isReachable = false;
  askAgain();
  expect(await screen.findByText(words.stale(NOW))).toBeTruthy();
  expect(screen.getAllByRole('row')).toHaveLength(3);
  server.isReachable = true;
  askAgain();
  await waitFor(() => expect(screen.queryByText(words.stale(NOW))).toBeNull());
});

test('a message to one is written below what the candidate wrote', async () => {
  const server = new Server();
  server.attempts = [anAttempt(1, { call: aCall })];
  await show(server);
  await table();
  await userEvent.click(screen.getByRole('button', { name: words.acts('Candidate 1') }));
  await userEvent.click(await screen.findByRole('button', { name: words.write }));
  const dialog = await screen.findByRole('dialog', { name: words.titles.message('Candidate 1') });
  expect(await within(dialog).findByRole('list', { name: words.thread('Candidate 1') })).toBeTruthy();
  await userEvent.type(within(dialog).getByRole('textbox'), 'Reload the page.');
  await userEvent.click(within(dialog).getByRole('button', { name: words.acting.message }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(inputsOf(server, 'SendAttemptMessage')).toMatchObject([
    { invitationIds: ['invitation-1'], text: 'Reload the page.' },
  ]);
});

test('a message to chosen ones, and one to all', async () => {
  const server = new Server();
  await show(server);
  await table();
  await userEvent.click(screen.getByRole('checkbox', { name: words.selectAll(2) }));
  const bar = screen.getByRole('group', { name: words.selectedActs });
  await userEvent.click(within(bar).getByRole('button', { name: words.write }));
  const write = async (title: string) => {
    const dialog = await screen.findByRole('dialog', { name: title });
    await userEvent.type(within(dialog).getByRole('textbox'), 'The grader is slow.');
    await userEvent.click(within(dialog).getByRole('button', { name: words.acting.message }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  await write(words.titles.message(words.chosen(2)));
  expect(await screen.findByText(words.done.message(2, 2), { selector: 'p' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: words.writeAll }));
  await write(words.titles.message(words.all(2)));
  expect(inputsOf(server, 'SendAttemptMessage')).toMatchObject([
    { invitationIds: ['invitation-1', 'invitation-2'] },
    { invitationIds: null },
  ]);
});

test('time for one needs minutes and a reason; it is given once, whatever is pressed', async () => {
  const server = new Server();
  server.attempts = [anAttempt(1)];
  await show(server);
  await table();
  await userEvent.click(screen.getByRole('button', { name: words.acts('Candidate 1') }));
  await userEvent.click(await screen.findByRole('button', { name: words.addTime }));
  const dialog = await screen.findByRole('dialog', { name: words.titles.time('Candidate 1') });
  const give = () => userEvent.click(within(dialog).getByRole('button', { name: words.acting.time }));
  await give();
  expect(server.api.asked.get('AddTime')).toBeUndefined();
  await userEvent.type(within(dialog).getByRole('textbox', { name: words.addedMinutes }), '10');
  await userEvent.type(within(dialog).getByRole('textbox', { name: words.reason }), 'The grader was down.');
  await give();
  expect(await screen.findByText(words.done.time(1, 1), { selector: 'p' })).toBeTruthy();
  expect(inputsOf(server, 'AddTime')).toMatchObject([
    { invitationIds: ['invitation-1'], time: { minutes: 10, reason: 'The grader was down.' } },
  ]);
});

test('an incident tells all and adds time in one request', async () => {
  const server = new Server();
  await show(server);
  await table();
  await userEvent.click(screen.getByRole('button', { name: words.incident }));
  const dialog = await screen.findByRole('dialog', { name: words.titles.both(words.all(2)) });
  await userEvent.type(within(dialog).getByRole('textbox', { name: words.text }), 'You have 10 minutes more.');
  await userEvent.type(within(dialog).getByRole('textbox', { name: words.addedMinutes }), '10');
  await userEvent.type(within(dialog).getByRole('textbox', { name: words.reason }), 'Grader down');
  await userEvent.click(within(dialog).getByRole('button', { name: words.acting.both }));
  expect(await screen.findByText(words.done.both(2, null), { selector: 'p' })).toBeTruthy();
  expect(inputsOf(server, 'SendAttemptMessage')).toMatchObject([
    { invitationIds: null, text: 'You have 10 minutes more.', time: { minutes: 10, reason: 'Grader down' } },
  ]);
});

test('an empty message is not sent, and the field says why', async () => {
  const server = new Server();
  await show(server);
  await table();
  await userEvent.click(screen.getByRole('button', { name: words.writeAll }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: words.acting.message }));
  expect(await within(dialog).findByText('Fill this in.')).toBeTruthy();
  expect(server.api.asked.get('SendAttemptMessage')).toBeUndefined();
});

test('a call is closed without a message; to one who has ended no message can be written', async () => {
  const server = new Server();
  server.attempts = [anAttempt(1, { call: aCall, endedAt: NOW, endedBy: 'CANDIDATE' })];
  await show(server);
  await table();
  const open = () => userEvent.click(screen.getByRole('button', { name: words.acts('Candidate 1') }));
  await open();
  await userEvent.click(await screen.findByRole('button', { name: words.read }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(words.cannotWrite('1@example.org'))).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await open();
  await userEvent.click(await screen.findByRole('button', { name: words.closeCall }));
  expect(await screen.findByText(words.closed('Candidate 1'), { selector: 'p' })).toBeTruthy();
  expect(inputsOf(server, 'CloseHelpCalls')).toMatchObject([{ invitationIds: ['invitation-1'] }]);
});

test('the filter and the page are in the address', async () => {
  const server = new Server();
  server.hasNextPage = true;
  await show(server, { at: '/live?show=calls' });
  await table();
  expect(server.api.asked.get('LiveAttempts')?.[0]).toMatchObject({ show: 'CALLS', after: null });
  await userEvent.click(screen.getByRole('button', { name: words.nextPage }));
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/live?show=calls&after=cursor'));
  await waitFor(() => expect(server.api.asked.get('LiveAttempts')?.at(-1)).toMatchObject({ after: 'cursor' }));
});

test('when nobody takes the assessment, the page says what will be here', async () => {
  const server = new Server();
  server.attempts = [];
  await show(server);
  expect(await screen.findByRole('heading', { name: words.empty.ALL.title })).toBeTruthy();
});

test.each(['RECRUITER', 'AUTHOR', 'REVIEWER'] satisfies MemberRole[])('a %s finds no such page', async (role) => {
  const server = new Server();
  await show(server, { roles: [role] });
  expect(screen.queryByRole('heading', { name: words.title })).toBeNull();
  expect(server.api.asked.get('LiveAttempts')).toBeUndefined();
});
