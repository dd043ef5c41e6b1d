import { randomUUID } from 'node:crypto';
import type { MemberRole } from '@holdout/persistence';
import { type GraphQLClient, GraphQLSocket } from '@holdout/testing';
import { TestTaking } from '../taking/test-taking';
import { callForHelp, closeCalls, messagesOf, readMessages, send, sendingRefused } from './test-messages';

const t = new TestTaking();
let manager: GraphQLClient;
let assessmentId: string;

beforeAll(async () => {
  await t.begin();
  manager = await t.member('manager');
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    'select assessment_id as id from assessment_version where id = $1',
    [t.versionId],
  );
  assessmentId = row?.id ?? '';
});
afterAll(() => t.end());

const audited = (act: string, objectId: string) =>
  t.api.dataSource.query<{ detail: object; event: string | null; payload: object }[]>(
    `select u.detail, o.event, o.payload from audit u
     left join outbox o on o.event = u.act and o.payload ->> 'objectId' = u.object_id::text and o.created_at = u.at
     where u.act = $1 and u.object_id = $2::uuid`,
    [act, objectId],
  );

const later = (minutes: number) => (t.now = new Date(t.now.getTime() + minutes * 60_000));

describe('a call for help', () => {
  test('needs no words; what is added goes to the open call, and a repeated request adds nothing', async () => {
    const { client, attempt, invitation } = await t.started();
    expect(await callForHelp(client, attempt.id)).toMatchObject({
      attempt: { messages: [{ kind: 'CALL', text: '', answeredAt: null }] },
    });
    await callForHelp(client, attempt.id, 'The editor is empty.');
    await callForHelp(client, attempt.id, ' Item 2. ');
    await callForHelp(client, attempt.id, 'Item 2.');
    const { messages } = await messagesOf(client, attempt.id);
    expect(messages.map(({ text }) => text)).toEqual(['The editor is empty.\nItem 2.']);
    expect(await audited('attempt.help_called', attempt.id)).toMatchObject([
      { detail: { invitationId: invitation.id }, event: 'attempt.help_called' },
    ]);
  });

  test('is one, however many pages call at the same time', async () => {
    const { client, attempt } = await t.started();
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => callForHelp(client, attempt.id, text)));
    const { messages } = await messagesOf(client, attempt.id);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text.split('\n').sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is answered by a message to its candidate, and not by one to all; the next one is a new call', async () => {
    const { client, attempt, invitation } = await t.started();
    await callForHelp(client, attempt.id, 'First.');
    later(1);
    await send(manager, { assessmentId, text: 'To all.' });
    expect((await messagesOf(client, attempt.id)).messages).toMatchObject([
      { kind: 'CALL', answeredAt: null },
      { kind: 'MESSAGE', isToAll: true },
    ]);
    later(1);
    await send(manager, { assessmentId, invitationIds: [invitation.id], text: 'Reload the page.' });
    later(1);
    await callForHelp(client, attempt.id, 'Second.');
    expect((await messagesOf(client, attempt.id)).messages).toMatchObject([
      { text: 'First.', answeredAt: new Date(t.now.getTime() - 60_000).toISOString() },
      { text: 'To all.' },
      { text: 'Reload the page.', isToAll: false },
      { text: 'Second.', answeredAt: null },
    ]);
  });

  test('is closed without a message, once', async () => {
    const { client, attempt, invitation } = await t.started();
    await callForHelp(client, attempt.id);
    expect(await closeCalls(manager, assessmentId, [invitation.id])).toEqual({ closedCount: 1 });
    expect(await closeCalls(manager, assessmentId, [invitation.id])).toEqual({ closedCount: 0 });
    expect(await messagesOf(client, attempt.id)).toMatchObject({ messages: [{ answeredAt: t.now.toISOString() }] });
    expect(await audited('attempt.help_answered', attempt.id)).toHaveLength(1);
  });

  test('is refused before the start, after the end, and in the attempt of another candidate', async () => {
    const refused = { __typename: 'AttemptNotRunningProblem' };
    const { client, attempt } = await t.started();
    const early = await t.aCandidate();
    expect(await callForHelp(early.client, randomUUID())).toEqual(refused);
    expect(await callForHelp(early.client, attempt.id)).toEqual(refused);
    expect(await readMessages(early.client, attempt.id, [])).toEqual(refused);
    await client.submitAttempt(attempt.id);
    expect(await callForHelp(client, attempt.id)).toEqual(refused);
    const overdue = await t.started();
    later(61);
    expect(await callForHelp(overdue.client, overdue.attempt.id)).toEqual(refused);
  });

  test.each([
    ['a text that is too long', 'x'.repeat(2001), 'TOO_LONG'],
    ['a text with a character that cannot be stored', 'a\u0000b', 'MALFORMED'],
  ])('with %s is refused', async (_what, text, code) => {
    const { client, attempt } = await t.started();
    expect(await callForHelp(client, attempt.id, text)).toMatchObject({ issues: [{ field: 'text', code }] });
    expect((await messagesOf(client, attempt.id)).messages).toEqual([]);
  });

  test('that would become too long keeps what it has', async () => {
    const { client, attempt } = await t.started();
    await callForHelp(client, attempt.id, 'x'.repeat(1500));
    expect(await callForHelp(client, attempt.id, 'y'.repeat(600))).toMatchObject({
      issues: [{ field: 'text', code: 'TOO_LONG', limit: 2000 }],
    });
    expect((await messagesOf(client, attempt.id)).messages[0]?.text).toBe('x'.repeat(1500));
  });

  test('is refused after 20 in an hour, with the time to wait', async () => {
    const { client, attempt } = await t.started();
    for (let n = 0; n < 20; n += 1) await callForHelp(client, attempt.id, String(n));
    const mutation = 'mutation ($input: CallForHelpInput!) { callForHelp(input: $input) { __typename } }';
    expect(await client.refusal(mutation, { input: { attemptId: attempt.id } })).toEqual(['RATE_LIMITED']);
  });
});

describe('a message', () => {
  test('to all reaches those whose attempt runs, is sent once, and leaves one entry in the audit', async () => {
    const [first, second, ended] = [await t.started(), await t.started(), await t.started()];
    await ended.client.submitAttempt(ended.attempt.id);
    const sendingId = randomUUID();
    const outcome = await send(manager, { assessmentId, text: 'The grader is slow.', sendingId });
    const { sentCount } = outcome as unknown as { sentCount: number };
    expect(sentCount).toBeGreaterThanOrEqual(2);
    expect(await send(manager, { assessmentId, text: 'The grader is slow.', sendingId })).toEqual(outcome);
    for (const { client, attempt } of [first, second]) {
      const { unreadMessages } = await messagesOf(client, attempt.id);
      expect(unreadMessages.map(({ text }) => text)).toEqual(['The grader is slow.']);
    }
    expect((await messagesOf(ended.client, ended.attempt.id)).messages).toEqual([]);
    const entries = await audited('attempt.message_sent', assessmentId);
    expect(entries.filter(({ detail }) => (detail as { count: number }).count === sentCount)).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain('grader');
  });

  test('to chosen ones reaches them alone', async () => {
    const [chosen, other] = [await t.started(), await t.started()];
    const invitationIds = [chosen.invitation.id];
    expect(await send(manager, { assessmentId, invitationIds, text: 'To you.' })).toMatchObject({ sentCount: 1 });
    expect((await messagesOf(chosen.client, chosen.attempt.id)).messages).toHaveLength(1);
    expect((await messagesOf(other.client, other.attempt.id)).messages).toEqual([]);
  });

  test('makes the open pages of its candidate ask for it at once', async () => {
    const { client, attempt, invitation } = await t.started();
    const socket = new GraphQLSocket(t.api.url, client.cookieHeader());
    const news = 'subscription ($attemptId: ID!) { attemptNews(attemptId: $attemptId) { kind } }';
    const told = socket.collect(news, { variables: { attemptId: attempt.id } });
    // It tells once before anything has happened: from then on it listens.
    await socket.watch(news, { attemptId: attempt.id }).opened;
    await send(manager, { assessmentId, invitationIds: [invitation.id] });
    await client.submitAttempt(attempt.id);
    const kinds = (await told).map(({ data }) => (data as { attemptNews: { kind: string } }).attemptNews.kind);
    expect(kinds.filter((kind) => kind !== 'MISSED')).toEqual(['MESSAGE', 'ENDED']);
    socket.close();
  });

  test('that was read is no longer unread, and keeps its first time', async () => {
    const { client, attempt, invitation } = await t.started();
    await send(manager, { assessmentId, invitationIds: [invitation.id] });
    const [message] = (await messagesOf(client, attempt.id)).unreadMessages;
    const readAt = t.now.toISOString();
    expect(await readMessages(client, attempt.id, [message?.id ?? ''])).toMatchObject({ messages: [{ readAt }] });
    later(1);
    expect(await readMessages(client, attempt.id, [message?.id ?? '', 'no id', randomUUID()])).toMatchObject({
      messages: [{ readAt }],
    });
    expect(await messagesOf(client, attempt.id)).toMatchObject({ unreadMessages: [], messages: [{ readAt }] });
  });

  test.each([
    ['an empty text', '  ', 'MISSING'],
    ['a text that is too long', 'x'.repeat(2001), 'TOO_LONG'],
    ['half of a surrogate pair', 'a\ud800b', 'MALFORMED'],
  ])('with %s is refused', async (_what, text, code) => {
    expect(await send(manager, { assessmentId, text })).toMatchObject({ issues: [{ field: 'text', code }] });
  });

  test.each(['recruiter', 'reviewer', 'author'] satisfies MemberRole[])('cannot be sent by a %s', async (role) => {
    expect(await sendingRefused(await t.member(role), { assessmentId })).toEqual(['NOT_FOUND']);
  });

  test('does not reach an invitation of another assessment', async () => {
    const other = await t.started();
    const elsewhere = await t.assessments.publish(t.organizationId, [
      { title: 'One', entries: [{ slug: 'choice.rare-event-accuracy' }] },
    ]);
    const [row] = await t.api.dataSource.query<{ id: string }[]>(
      'select assessment_id as id from assessment_version where id = $1',
      [elsewhere],
    );
    const sending = { assessmentId: row?.id ?? '', invitationIds: [other.invitation.id] };
    expect(await send(manager, sending)).toEqual({ __typename: 'SendAttemptMessageSuccess', sentCount: 0 });
  });
});

test('the candidate’s copy has the messages of both sides, and erasure deletes them', async () => {
  const { client, attempt, invitation } = await t.started();
  await callForHelp(client, attempt.id, 'Where is the button?');
  later(1);
  await send(manager, { assessmentId, invitationIds: [invitation.id], text: 'In the bar.' });
  const copy = await fetch(`${t.api.url}/exports/my-candidate-data.json`, { headers: client.cookieHeader() });
  expect(await copy.json()).toMatchObject({
    attempts: [
      {
        attempt: {
          messages: [
            { from: 'you', text: 'Where is the button?' },
            { from: 'organization', text: 'In the bar.' },
          ],
        },
      },
    ],
  });
  await client.ask(
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }',
    { input: { confirm: true } },
  );
  const left = await t.api.dataSource.query('select id from attempt_message where attempt_id = $1', [attempt.id]);
  expect(left).toEqual([]);
  expect(await send(manager, { assessmentId, invitationIds: [invitation.id] })).toMatchObject({ sentCount: 0 });
});
