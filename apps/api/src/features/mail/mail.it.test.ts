import { randomUUID } from 'node:crypto';
import { type MailId, MailRepository } from '@holdout/persistence';
import { makeScratchDatabase } from '@holdout/testing';
import type { ParsedMail } from 'mailparser';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { runDueJobs } from '../../test-mail';
import type { MailContent } from './mail-content';
import { Mails, type MailToQueue } from './mails';
import { TestMailServer } from './test-mail-server';

const PUBLIC_URL = 'https://holdout.example.org';
const CONTENT: MailContent = {
  subject: 'Your invitation',
  blocks: [
    { kind: 'heading', text: 'Fraud engineer' },
    { kind: 'paragraph', text: 'You have <b>90</b> minutes & a pen.' },
    { kind: 'button', label: 'Open the invitation', url: `${PUBLIC_URL}/i/token` },
  ],
  attachments: [{ name: 'invitation.ics', type: 'text/calendar; charset=utf-8', text: 'BEGIN:VCALENDAR' }],
};

let server: TestMailServer;
let api: TestApi;
let content: MailContent | null;

beforeAll(async () => {
  server = await TestMailServer.start();
  const environment = { PUBLIC_URL, SMTP_URL: server.url, MAIL_FROM: 'Holdout <holdout@example.org>' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
  api.app.get(Mails).register('memberInvitation', async () => content);
});
beforeEach(() => {
  content = CONTENT;
  server.reset();
});
afterAll(async () => {
  await api.stop();
  await server.stop();
});

async function queue(mail: Partial<MailToQueue> = {}): Promise<MailId> {
  const given = {
    kind: 'memberInvitation',
    subjectId: randomUUID(),
    to: 'ada@example.org',
    organizationId: null,
  } as const;
  return api.db.transaction((tx) => api.app.get(Mails).queue(tx, { ...given, ...mail }));
}

async function stateOf(id: MailId) {
  const [found] = await api.dataSource.query<Record<string, unknown>[]>(
    `select tries, sent_at is not null as sent, failed_at is not null as failed, failure, failure_reply as reply
     from mail where id = $1`,
    [id],
  );
  return found ?? null;
}

/** The next try of every job, as if its waiting time had passed. */
async function runAgain(): Promise<void> {
  await api.dataSource.query('update jobs._private_jobs set run_at = now()');
  await runDueJobs(api);
}

const openJobs = async (): Promise<number> =>
  (
    await api.dataSource.query<[{ n: number }]>(
      "select count(*)::int as n from jobs.jobs where task_identifier = 'sendMail'",
    )
  )[0].n;

test('a mail is sent once, as text and HTML with its attachment, after the transaction has committed', async () => {
  const id = await queue();
  await runDueJobs(api);
  await runDueJobs(api);
  expect(server.received).toHaveLength(1);
  const mail = server.received[0] as ParsedMail;
  expect(mail.from?.text).toBe('"Holdout" <holdout@example.org>');
  expect(mail.to).toMatchObject({ text: 'ada@example.org' });
  expect(mail.messageId).toBe(`<${id}@holdout.example.org>`);
  expect(mail.text).toContain('Open the invitation:\nhttps://holdout.example.org/i/token');
  expect(mail.html).toContain('You have &lt;b&gt;90&lt;/b&gt; minutes &amp; a pen.');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.attachments).toMatchObject([{ filename: 'invitation.ics', contentType: 'text/calendar' }]);
  expect(await stateOf(id)).toEqual({ tries: 1, sent: true, failed: false, failure: null, reply: null });
  expect(await openJobs()).toBe(0);
});

test('a mail of a transaction that is rolled back is never sent', async () => {
  const failing = api.db.transaction(async (tx) => {
    await api.app.get(Mails).queue(tx, {
      kind: 'memberInvitation',
      subjectId: randomUUID(),
      to: 'ada@example.org',
      organizationId: null,
    });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await runDueJobs(api);
  expect(server.received).toEqual([]);
});

test('a mail that is no longer wanted is deleted without being sent', async () => {
  content = null;
  const id = await queue();
  await runDueJobs(api);
  expect(server.received).toEqual([]);
  expect(await stateOf(id)).toBeNull();
});

test('a server that refuses for a while delays mail and loses none', async () => {
  server.answer = { rcpt: 451 };
  const id = await queue();
  await runDueJobs(api);
  expect(await stateOf(id)).toMatchObject({ tries: 1, sent: false, failed: false, failure: 'notDelivered' });
  await runAgain();
  expect(await stateOf(id)).toMatchObject({ tries: 2, sent: false, failed: false });
  server.answer = {};
  await runAgain();
  expect(server.received).toHaveLength(1);
  expect(await stateOf(id)).toEqual({ tries: 3, sent: true, failed: false, failure: null, reply: null });
});

test('tries are spread over at least an hour of outage and about a day in all', async () => {
  const waits = Array.from({ length: 12 }, (_, index) => Math.exp(Math.min(index + 1, 10)) / 3600);
  const total = waits.reduce((sum, hours) => sum + hours, 0);
  expect(total).toBeGreaterThan(20);
  expect(total).toBeLessThan(24);
  await queue();
  const [job] = await api.dataSource.query<[{ max: number }]>('select max_attempts as max from jobs.jobs');
  expect(job.max).toBe(13);
  await runDueJobs(api);
});

test('a mail that no server accepts within its tries has failed, with the reason', async () => {
  server.answer = { rcpt: 451 };
  const id = await queue();
  await api.dataSource.query('update jobs._private_jobs set attempts = 12');
  await runDueJobs(api);
  expect(await stateOf(id)).toMatchObject({
    failed: true,
    failure: 'notDelivered',
    reply: expect.stringMatching(/^451 /),
  });
});

test.each([
  ['the address', { rcpt: 550 }, 'refused'],
  ['the message', { data: 554 }, 'rejected'],
])('a server that refuses %s for good ends the mail, with the reason that it gave', async (_what, answer, failure) => {
  server.answer = answer;
  const id = await queue();
  await runDueJobs(api);
  await runAgain();
  const reply = expect.stringMatching(/^55\d No such …$/) as unknown;
  expect(await stateOf(id)).toEqual({ tries: 1, sent: false, failed: true, failure, reply });
  expect(await openJobs()).toBe(0);
});

test('mail queued while the server is down is sent when it is up again', async () => {
  await server.down();
  const ids = [await queue(), await queue({ to: 'grace@example.org' })];
  await runDueJobs(api);
  await runAgain();
  expect(await Promise.all(ids.map(stateOf))).toMatchObject([{ sent: false }, { sent: false }]);
  await server.up();
  await runAgain();
  expect(server.received.map(({ to }) => (Array.isArray(to) ? '' : to?.text)).sort()).toEqual([
    'ada@example.org',
    'grace@example.org',
  ]);
  await runAgain();
  expect(server.received).toHaveLength(2);
});

test('a process killed between acceptance and its record repeats the mail with the same Message-ID', async () => {
  const markSent = jest.spyOn(MailRepository.prototype, 'markSent').mockRejectedValueOnce(new Error('killed'));
  await queue();
  await runDueJobs(api);
  await runAgain();
  await runAgain();
  markSent.mockRestore();
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
  expect(server.received).toHaveLength(2);
});

test('a name with line breaks or quotes adds no header and no recipient', async () => {
  content = {
    subject: 'Ada\r\nBcc: eve@example.org\r\n\r\nbody invites you',
    blocks: [{ kind: 'paragraph', text: 'Hello' }],
    attachments: [{ name: 'a"\r\nX-Evil: 1\r\n.ics', type: 'text/calendar', text: '' }],
  };
  await queue();
  await runDueJobs(api);
  const [mail] = server.received;
  expect(server.recipients).toEqual(['ada@example.org']);
  expect([...(mail?.headers.keys() ?? [])]).not.toEqual(expect.arrayContaining(['bcc']));
  expect(mail?.headers.has('x-evil')).toBe(false);
  expect(mail?.subject).toBe('Ada Bcc: eve@example.org body invites you');
});

test.each(['ada@example.org, eve@example.org', 'ada@example.org\r\nRCPT TO:<eve@example.org>', 'ada', ''])(
  'the address %j is refused without asking a server',
  async (to) => {
    const id = await queue({ to });
    await runDueJobs(api);
    expect(server.recipients).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ failed: true, failure: 'badAddress' });
  },
);

test('a link to another site is never sent', async () => {
  content = { subject: 'Hi', blocks: [{ kind: 'button', label: 'Open', url: `${PUBLIC_URL}.evil.example/i/1` }] };
  const id = await queue();
  await runDueJobs(api);
  expect(server.received).toEqual([]);
  expect(await stateOf(id)).toMatchObject({ failed: false, failure: 'internal' });
  content = CONTENT;
  await runAgain();
});

test('mail that a person waits for overtakes invitations', async () => {
  api.app.get(Mails).register('deviceCode', async () => ({ ...CONTENT, subject: 'Code' }));
  for (let count = 0; count < 3; count += 1) await queue();
  await queue({ kind: 'deviceCode' });
  await runDueJobs(api);
  expect(server.received.map(({ subject }) => subject)).toEqual(['Code', ...Array(3).fill(CONTENT.subject)]);
});

test('mails are deleted after 180 days', async () => {
  const id = await queue();
  await runDueJobs(api);
  await api.db.repo(MailRepository).deleteBefore(new Date());
  expect(await stateOf(id)).toBeNull();
});
