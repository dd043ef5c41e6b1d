import { randomUUID } from 'node:crypto';
import type { MemberRole } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { CODE, CHOICE, KEY, TestTaking } from '../taking/test-taking';
import { callForHelp, closeCalls, messagesOf, readMessages, send } from './test-messages';

const LIVE = `query ($assessmentId: ID!, $first: Int!, $after: String, $show: LiveFilter! = ALL) {
  liveAttempts(assessmentId: $assessmentId, first: $first, after: $after, show: $show) {
    serverTime counts { running calls notConnected ended } pageInfo { hasNextPage endCursor }
    edges { node { id invitationId name position sectionTitle itemCount answeredCount seenAt isConnected closesAt endedAt
      endedBy givenSeconds unreadCount call { text sentAt } } } } }`;
const ONE = `query ($invitationId: ID!) { liveAttempt(invitationId: $invitationId) { messages { kind text } } }`;
const TODAY = `query ($organization: String!) { liveAssessments(organization: $organization) {
  assessmentId title runningCount callCount } }`;
const BEAT = `mutation ($input: AttemptHeartbeatInput!) { attemptHeartbeat(input: $input) { __typename } }`;

type Node = { readonly id: string; readonly call: object | null };
type Live = {
  readonly counts: object;
  readonly serverTime: string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
};

const t = new TestTaking();
let manager: GraphQLClient;
beforeAll(async () => {
  await t.begin();
  manager = await t.member('manager');
});
afterAll(() => t.end());

const later = (seconds: number) => (t.now = new Date(t.now.getTime() + seconds * 1000));
const ids = ({ edges }: Live) => edges.map(({ node }) => node.id);

/** An assessment that nobody else takes: what `t.started` starts is of this one from now on. */
async function fresh(): Promise<string> {
  t.versionId = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', entries: [{ slug: CHOICE, weight: 3 }] },
      { title: 'Code', entries: [{ slug: CODE }] },
    ],
    { minutes: 60 },
  );
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    'select assessment_id as id from assessment_version where id = $1',
    [t.versionId],
  );
  return row?.id ?? '';
}

const live = async (assessmentId: string, more: object = {}) =>
  (await manager.ask<{ liveAttempts: Live }>(LIVE, { assessmentId, first: 50, ...more })).liveAttempts;

const beat = (client: GraphQLClient, attemptId: string, itemId: string | null) =>
  client.ask(BEAT, { input: { attemptId, clientId: randomUUID(), itemId, takesOver: true } });

test('tells where a candidate is, what is answered, when a page was heard of last, and the time left', async () => {
  const assessmentId = await fresh();
  const { client, attempt, invitation } = await t.started();
  const [choice, code] = attempt.items;
  await client.save(choice?.id ?? '', { choice: { picked: [KEY] } });
  const seenAt = later(60).toISOString();
  await beat(client, attempt.id, code?.id ?? null);
  later(30);
  const here = { id: attempt.id, invitationId: invitation.id, position: 2, sectionTitle: 'Code', itemCount: 2 };
  expect(await live(assessmentId)).toMatchObject({
    serverTime: t.now.toISOString(),
    counts: { running: 1, calls: 0, notConnected: 0, ended: 0 },
    edges: [
      {
        node: {
          ...here,
          ...{ answeredCount: 1, seenAt, isConnected: true, closesAt: attempt.closesAt, endedAt: null, call: null },
        },
      },
    ],
  });
  later(16);
  expect(await live(assessmentId, { show: 'NOT_CONNECTED' })).toMatchObject({
    counts: { running: 1, notConnected: 1 },
    edges: [{ node: { id: attempt.id, seenAt, isConnected: false } }],
  });
});

test('one who has not opened a page of the attempt yet is not connected and nowhere', async () => {
  const assessmentId = await fresh();
  await t.started();
  expect(await live(assessmentId)).toMatchObject({
    edges: [{ node: { position: null, sectionTitle: null, seenAt: null, isConnected: false } }],
  });
});

test('calls for help come first, the oldest first; then those who run, then those who have ended, each by their start', async () => {
  const assessmentId = await fresh();
  const next = () => {
    later(1);
    return t.started();
  };
  const [a, b, c, d, e] = [await next(), await next(), await next(), await next(), await next()];
  await a.client.submitAttempt(a.attempt.id);
  await callForHelp(d.client, d.attempt.id, 'Later.');
  await t.api.dataSource.query("update attempt_message set sent_at = sent_at + interval '1 second'");
  await callForHelp(b.client, b.attempt.id, 'Earlier.');
  const order = [b, d, c, e, a].map((one) => one.attempt.id);
  const all = await live(assessmentId);
  expect(ids(all)).toEqual(order);
  expect(all.counts).toEqual({ running: 4, calls: 2, notConnected: 4, ended: 1 });
  expect(ids(await live(assessmentId, { show: 'CALLS' }))).toEqual(order.slice(0, 2));
  expect(ids(await live(assessmentId, { show: 'ENDED' }))).toEqual(order.slice(4));
  const paged: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const { pageInfo, ...rest }: Live = await live(assessmentId, { first: 2, after });
    paged.push(...ids({ pageInfo, ...rest }));
    expect(pageInfo.hasNextPage).toBe(page < 2);
    after = pageInfo.endCursor;
  }
  expect(paged).toEqual(order);
});

test('who has ended leaves after 15 minutes; a call that nobody answered stays until it is closed', async () => {
  const assessmentId = await fresh();
  const [quiet, calling] = [await t.started(), await t.started()];
  await callForHelp(calling.client, calling.attempt.id);
  await quiet.client.submitAttempt(quiet.attempt.id);
  await calling.client.submitAttempt(calling.attempt.id);
  later(14 * 60);
  expect(ids(await live(assessmentId))).toEqual([calling.attempt.id, quiet.attempt.id]);
  later(2 * 60);
  expect(await live(assessmentId)).toMatchObject({
    counts: { running: 0, calls: 1, ended: 1 },
    edges: [{ node: { id: calling.attempt.id, endedBy: 'CANDIDATE' } }],
  });
  await closeCalls(manager, assessmentId, [calling.invitation.id]);
  expect(ids(await live(assessmentId))).toEqual([]);
});

test('tells how many messages are unread, and the whole exchange of one attempt', async () => {
  const assessmentId = await fresh();
  const { client, attempt, invitation } = await t.started();
  await callForHelp(client, attempt.id, 'Where is the button?');
  later(1);
  await send(manager, { assessmentId, invitationIds: [invitation.id], text: 'In the bar.' });
  expect(await live(assessmentId)).toMatchObject({ edges: [{ node: { unreadCount: 1, call: null } }] });
  expect(await manager.ask(ONE, { invitationId: invitation.id })).toEqual({
    liveAttempt: {
      messages: [
        { kind: 'CALL', text: 'Where is the button?' },
        { kind: 'MESSAGE', text: 'In the bar.' },
      ],
    },
  });
  const { unreadMessages } = await messagesOf(client, attempt.id);
  await readMessages(
    client,
    attempt.id,
    unreadMessages.map(({ id }) => id),
  );
  expect(await live(assessmentId)).toMatchObject({ edges: [{ node: { unreadCount: 0 } }] });
});

test('Today counts running attempts and open calls of each assessment', async () => {
  const assessmentId = await fresh();
  const [calling] = [await t.started(), await t.started()];
  await callForHelp(calling.client, calling.attempt.id);
  const { liveAssessments } = await manager.ask<{ liveAssessments: { assessmentId: string }[] }>(TODAY, {
    organization: 'acme',
  });
  expect(liveAssessments.find((one) => one.assessmentId === assessmentId)).toMatchObject({
    runningCount: 2,
    callCount: 1,
  });
});

test.each(['recruiter', 'reviewer', 'author'] satisfies MemberRole[])('a %s sees nothing of it', async (role) => {
  const assessmentId = await fresh();
  const { invitation } = await t.started();
  const member = await t.member(role);
  expect(await member.refusal(LIVE, { assessmentId, first: 1 })).toEqual(['NOT_FOUND']);
  expect(await member.refusal(ONE, { invitationId: invitation.id })).toEqual(['NOT_FOUND']);
  expect(await member.refusal(TODAY, { organization: 'acme' })).toEqual(['NOT_FOUND']);
});

test.each(['no cursor', Buffer.from('1 never x').toString('base64url')])('the cursor %p is refused', async (after) => {
  const assessmentId = await fresh();
  expect(await manager.refusal(LIVE, { assessmentId, first: 1, after })).toEqual(['BAD_INPUT']);
});

test('the number of statements does not grow with the attempts', async () => {
  const assessmentId = await fresh();
  await t.started();
  const one = await t.api.countStatements(() => live(assessmentId));
  for (let n = 0; n < 3; n += 1) await t.started();
  const four = await t.api.countStatements(() => live(assessmentId));
  expect(four.statements.length).toBe(one.statements.length);
});
