import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { MailboxPage } from './mailbox-page';

const routes = [
  { path: '/dev/mail', element: <MailboxPage /> },
  { path: '/dev/mail/:id', element: <MailboxPage /> },
];

const row = (id: string, subject: string) => ({
  __typename: 'MailboxMessage',
  id,
  to: `${id}@example.org`,
  subject,
  sentAt: '2026-11-30T14:02:00Z',
});

const whole = (id: string, subject: string) => ({
  ...row(id, subject),
  html: `<html><head><title>${subject}</title></head><body><a href="http://127.0.0.1:3000/i/t">Open</a></body></html>`,
  text: 'Open:\nhttp://127.0.0.1:3000/i/t',
  attachments: [
    { __typename: 'MailboxAttachment', name: 'invitation.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR\n#1' },
  ],
});

let rows: ReturnType<typeof row>[];
let api: FakeApi;

beforeEach(() => {
  rows = [row('b', 'Second'), row('a', 'First')];
  api = new FakeApi({
    Mailbox: () => ({
      mailbox: {
        __typename: 'MailboxConnection',
        edges: rows.map((node) => ({ __typename: 'MailboxEdge', node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: rows.at(-1)?.id ?? null },
      },
    }),
    MailboxMessage: ({ id }) => ({
      mailboxMessage: rows.some((one) => one.id === id) ? whole(String(id), 'First') : null,
    }),
  });
});

test('messages are listed, and one opens beside the list without scripts and without network', async () => {
  await renderPage({ routes, at: '/dev/mail', api });
  expect(screen.getByText(/Mail stays on this machine\./)).toBeTruthy();
  const list = within(await screen.findByRole('navigation', { name: 'Messages' }));
  expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/dev/mail/b', '/dev/mail/a']);
  // The pane suspends while the message loads; only an awaited `act` lets it resume.
  await act(() => userEvent.click(list.getByRole('link', { name: /First/ })));
  const frame = await screen.findByTitle('Message: First');
  expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
  expect(frame.getAttribute('srcdoc')).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(await findingsIn(document.body)).toEqual([]);
});

test('plain text and attachments are shown as they were sent, and the view is in the address', async () => {
  await renderPage({ routes, at: '/dev/mail/a', api });
  await userEvent.click(await screen.findByRole('tab', { name: 'Plain text' }));
  expect(screen.getByText(/^Open: http:/).textContent).toBe('Open:\nhttp://127.0.0.1:3000/i/t');
  expect(screen.getByTestId('address').textContent).toBe('/dev/mail/a?view=text');
  const attachment = screen.getByRole('link', { name: 'invitation.ics' });
  expect(attachment.getAttribute('href')).toBe('data:text/calendar,BEGIN%3AVCALENDAR%0A%231');
  expect(attachment.getAttribute('download')).toBe('invitation.ics');
});

test('an empty mailbox says what will be here, and coming back to the tab looks for new messages', async () => {
  rows = [];
  await renderPage({ routes, at: '/dev/mail', api });
  expect(await screen.findByRole('heading', { name: 'No mail yet' })).toBeTruthy();
  rows = [row('c', 'Third')];
  fireEvent.focus(window);
  expect(await screen.findByRole('link', { name: /Third/ })).toBeTruthy();
});

test('a message that does not exist is said to be gone', async () => {
  await renderPage({ routes, at: '/dev/mail/x', api });
  await waitFor(() => expect(screen.getByText('This message is no longer here.')).toBeTruthy());
});
