import type { MailRow } from '@holdout/persistence';
import type { MailServer } from '@holdout/settings';
import { SmtpPost } from './smtp-post';
import { TestMailServer } from './test-mail-server';

const MAIL = { recipient: 'ada@example.org', messageId: '<1@example.org>' } as MailRow;
const MESSAGE = { subject: 'Hi', html: '<p>Hi</p>', text: 'Hi', attachments: [] };
const NOT_DELIVERED = { failure: 'notDelivered', reply: null };

let server: TestMailServer;
beforeEach(async () => {
  server = await TestMailServer.start();
});
afterEach(() => server.stop());

function deliver(to: Pick<MailServer, 'security'> & Partial<MailServer>): Promise<void> {
  const { hostname: host, port } = new URL(server.url);
  const target = { host, port: Number(port), login: null, ...to };
  const from = { name: '', address: 'holdout@example.org' };
  return new SmtpPost({ server: target, from }, 'holdout.example.org').deliver(MAIL, MESSAGE);
}

const me = { user: 'me', password: 'hunter2' };

test('a login that the server refuses is tried again, without its answer', async () => {
  server.answer = { auth: 535 };
  await expect(deliver({ security: 'none', login: me })).rejects.toMatchObject({
    message: 'the mail was not accepted: EAUTH AUTH PLAIN 535',
    delivery: NOT_DELIVERED,
  });
});

test('without STARTTLS nothing is sent to a server from which it is required, the password least of all', async () => {
  await expect(deliver({ security: 'starttls', login: me })).rejects.toMatchObject({ delivery: NOT_DELIVERED });
  expect(server.logins).toEqual([]);
  expect(server.recipients).toEqual([]);
});

test('a certificate that nobody vouches for ends the connection before anything is said', async () => {
  await server.stop();
  server = await TestMailServer.start({ isSecure: true });
  await expect(deliver({ security: 'tls', login: me })).rejects.toMatchObject({
    message: expect.stringMatching(/^the mail was not accepted: E(TLS|SOCKET) /) as unknown,
    delivery: NOT_DELIVERED,
  });
  expect(server.logins).toEqual([]);
});

test('a server that refuses the sender is tried again: the operator can correct MAIL_FROM', async () => {
  server.answer = { from: 550 };
  await expect(deliver({ security: 'none' })).rejects.toMatchObject({
    message: 'the mail was not accepted: EENVELOPE MAIL FROM 550',
    delivery: NOT_DELIVERED,
  });
});
