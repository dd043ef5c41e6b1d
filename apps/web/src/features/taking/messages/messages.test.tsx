import { useQuery } from '@apollo/client/react';
import { act, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import userEvent from '@testing-library/user-event';
import { help } from '../../../messages/en/help';
import { taking } from '../../../messages/en/taking';
import { FakeApi } from '../../../testing/fake-api';
import { renderPage } from '../../../testing/render-page';
import { CallButton, CallScope } from './call-button';
import { UNREAD } from './message-query';
import { MessagesStrip } from './messages-strip';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() => Promise.all([import('./message-strip'), import('./messages-drawer')]));

const SENT = '2026-11-20T10:05:00.000Z';
const caller = { attemptId: 'z', organization: 'Acme' };

type Sent = {
  readonly id: string;
  readonly kind: 'CALL' | 'MESSAGE';
  readonly text: string;
  readonly isToAll: boolean;
  readonly sentAt: string;
  readonly readAt: string | null;
  readonly answeredAt: string | null;
};

const aMessage = (some: Partial<Sent> = {}): Sent & { readonly __typename: string } => ({
  __typename: 'AttemptMessage',
  id: 'm1',
  kind: 'MESSAGE',
  text: 'The grader is slow.',
  isToAll: true,
  sentAt: SENT,
  readAt: null,
  answeredAt: null,
  ...some,
});

/** A server that keeps the messages of one attempt. */
class Server {
  messages: ReturnType<typeof aMessage>[] = [];
  answer: Record<string, unknown> | null = null;

  api = new FakeApi({
    UnreadMessages: () =>
      this.attempt({ unreadMessages: this.messages.filter((one) => one.kind === 'MESSAGE' && !one.readAt) }),
    AttemptMessages: () => this.attempt({ messages: this.messages }),
    CallForHelp: ({ input }) => ({ callForHelp: this.answer ?? this.called((input as { text: string }).text) }),
    ReadMessages: ({ input }) => this.read((input as { messageIds: string[] }).messageIds),
  });

  private attempt(some: object) {
    return { attempt: { __typename: 'Attempt', id: 'z', ...some } };
  }

  private called(text: string) {
    this.messages = [
      ...this.messages,
      aMessage({ id: `call-${this.messages.length}`, kind: 'CALL', text, isToAll: false }),
    ];
    return { __typename: 'CallForHelpSuccess', ...this.attempt({ messages: this.messages }) };
  }

  private read(ids: readonly string[]) {
    this.messages = this.messages.map((one) => (ids.includes(one.id) ? { ...one, readAt: SENT } : one));
    const messages = this.messages.filter(({ id }) => ids.includes(id));
    return { readMessages: { __typename: 'ReadMessagesSuccess', messages } };
  }
}

/** In place of a heartbeat, which writes what is unread into the cache. */
function Heard() {
  useQuery(UNREAD, { variables: { id: 'z' }, fetchPolicy: 'network-only' });
  return null;
}

/** The button, whose place changes with the size of the window. */
function CallSomewhere() {
  const [isInBar, setIsInBar] = useState(true);
  useEffect(() => {
    const turn = () => setIsInBar((was) => !was);
    window.addEventListener('resize', turn);
    return () => window.removeEventListener('resize', turn);
  }, []);
  return isInBar ? (
    <header>
      <CallButton />
    </header>
  ) : (
    <section>
      <CallButton />
    </section>
  );
}

const routes = [
  {
    path: '/',
    element: (
      <main>
        <h1 tabIndex={-1}>Item 1</h1>
        <Heard />
        <CallScope {...caller}>
          <CallSomewhere />
          <MessagesStrip {...caller} />
        </CallScope>
      </main>
    ),
  },
];

const show = (server: Server) => renderPage({ routes, at: '/', api: server.api });
const openDrawer = async () => {
  await userEvent.click(screen.getByRole('button', { name: taking.attempt.callForHelp }));
  return screen.findByRole('dialog', { name: help.title('Acme') });
};

test('a message is shown with its sender and spoken once; closing it marks it as read and leads to the heading', async () => {
  const server = new Server();
  server.messages = [aMessage()];
  await show(server);
  const strip = await screen.findByRole('note');
  expect(strip.textContent).toContain(help.from('Acme', { sentAt: SENT, isToAll: true }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(help.spoken('Acme', 'The grader is slow.')));
  await userEvent.click(within(strip).getByRole('button', { name: help.putAway }));
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  expect(server.api.asked.get('ReadMessages')).toEqual([{ input: { attemptId: 'z', messageIds: ['m1'] } }]);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('a long message, and several, are read in the list, which marks all as read when it closes', async () => {
  const server = new Server();
  server.messages = [aMessage(), aMessage({ id: 'm2', text: 'x'.repeat(400), isToAll: false })];
  await show(server);
  const strip = await screen.findByRole('note');
  expect(strip.textContent).not.toContain('x'.repeat(301));
  await userEvent.click(within(strip).getByRole('button', { name: help.readAll(2) }));
  const list = within(await screen.findByRole('dialog')).getByRole('list', { name: help.messages });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  expect(list.textContent).toContain('x'.repeat(400));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  expect(server.messages.every(({ readAt }) => readAt !== null)).toBe(true);
});

test('a call that is being written stays open when the window changes its size and the button its place', async () => {
  await show(new Server());
  const drawer = await openDrawer();
  await userEvent.type(within(drawer).getByRole('textbox'), 'No figure');
  act(() => void window.dispatchEvent(new Event('resize')));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: help.what }).value).toBe('No figure');
});

test('a call needs no words; then more can be added to it, and an empty addition is not sent', async () => {
  const server = new Server();
  await show(server);
  const drawer = await openDrawer();
  await userEvent.click(within(drawer).getByRole('button', { name: help.call }));
  await waitFor(() => expect(drawer.textContent).toContain(help.waiting('Acme', aMessage())));
  expect(drawer.textContent).toContain(help.withoutWords);
  await userEvent.click(within(drawer).getByRole('button', { name: help.add }));
  expect(server.api.asked.get('CallForHelp')).toHaveLength(1);
  await userEvent.type(within(drawer).getByRole('textbox', { name: help.more }), 'Item 2 is empty');
  await userEvent.click(within(drawer).getByRole('button', { name: help.add }));
  await waitFor(() => expect(server.api.asked.get('CallForHelp')).toHaveLength(2));
  expect(server.api.asked.get('CallForHelp')?.[1]).toEqual({ input: { attemptId: 'z', text: 'Item 2 is empty' } });
});

test('an answered call says when, and the next call is a new one', async () => {
  const server = new Server();
  server.messages = [aMessage({ id: 'call', kind: 'CALL', text: 'First', answeredAt: SENT })];
  await show(server);
  const drawer = await openDrawer();
  await waitFor(() => expect(drawer.textContent).toContain(help.answered(SENT)));
  expect(within(drawer).getByRole('button', { name: help.call })).toBeTruthy();
});

test('a text that the server refuses is named at its field, and is kept', async () => {
  const server = new Server();
  server.answer = {
    __typename: 'InvalidInputProblem',
    code: 'INVALID_INPUT',
    issues: [{ __typename: 'InputIssue', field: 'text', code: 'TOO_LONG', limit: 2000 }],
  };
  await show(server);
  const drawer = await openDrawer();
  await userEvent.type(within(drawer).getByRole('textbox'), 'Much');
  await userEvent.click(within(drawer).getByRole('button', { name: help.call }));
  expect(await within(drawer).findByText('At most 2000 characters.')).toBeTruthy();
  expect(within(drawer).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Much');
});

test('after the end the call says whom to write to', async () => {
  const server = new Server();
  server.answer = { __typename: 'AttemptNotRunningProblem', code: 'ATTEMPT_NOT_RUNNING' };
  await show(server);
  const drawer = await openDrawer();
  await userEvent.click(within(drawer).getByRole('button', { name: help.call }));
  expect(await within(drawer).findByText(help.ended)).toBeTruthy();
});
