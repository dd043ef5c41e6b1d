import { randomUUID } from 'node:crypto';
import type { MemberRole } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { CHOICE, CODE, TestTaking } from '../taking/test-taking';
import { callForHelp, messagesOf, send } from './test-messages';

const ADD = `mutation ($input: AddTimeInput!) { addTime(input: $input) { __typename
  ... on AddTimeSuccess { givenCount } ... on InvalidInputProblem { issues { field code limit } } } }`;
const CLOCK = 'query ($id: ID!) { attempt(id: $id) { closesAt } }';
const TIME = { minutes: 10, reason: 'The grader was down.' };

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

const inputOf = (more: object) => ({ input: { assessmentId, time: TIME, requestId: randomUUID(), ...more } });
const add = async (more: object = {}, client: GraphQLClient = manager) =>
  (await client.ask<{ addTime: object }>(ADD, inputOf(more))).addTime;
const closesAt = async (client: GraphQLClient, id: string) =>
  (await client.ask<{ attempt: { closesAt: string } }>(CLOCK, { id })).attempt.closesAt;
const later = (instant: string | null, minutes: number) =>
  new Date(Date.parse(instant ?? '') + minutes * 60_000).toISOString();
const audited = (act: string) =>
  t.api.dataSource.query<{ detail: object }[]>('select detail from audit where act = $1 order by at', [act]);

test('time for one moves that deadline alone, once, and is kept with its reason and its maker', async () => {
  const [one, other] = [await t.started(), await t.started()];
  const requestId = randomUUID();
  const what = { invitationIds: [one.invitation.id], requestId };
  expect(await add(what)).toMatchObject({ givenCount: 1 });
  expect(await add(what)).toMatchObject({ givenCount: 1 });
  expect(await closesAt(one.client, one.attempt.id)).toBe(later(one.attempt.closesAt, 10));
  expect(await closesAt(other.client, other.attempt.id)).toBe(other.attempt.closesAt);
  const entries = await t.api.dataSource.query(
    `select e.kind, e.amount, e.reason, p.display_name as by from attempt_time_entry e
     join account_profile p on p.account_id = e.actor_account_id where e.attempt_id = $1`,
    [one.attempt.id],
  );
  expect(entries).toEqual([{ kind: 'added', amount: 600, reason: TIME.reason, by: 'manager' }]);
  expect(await audited('attempt.time_added')).toEqual([
    { detail: { count: 1, minutes: 10, invitationId: one.invitation.id } },
  ]);
});

test('time for all goes to every attempt that runs, and to none that has ended', async () => {
  const [one, other, ended] = [await t.started(), await t.started(), await t.started()];
  await ended.client.submitAttempt(ended.attempt.id);
  await add();
  for (const { client, attempt } of [one, other]) {
    expect(await closesAt(client, attempt.id)).toBe(later(attempt.closesAt, 10));
  }
  expect(await closesAt(ended.client, ended.attempt.id)).toBe(ended.attempt.closesAt);
});

test('the live view shows the time left of the section whose clock runs, and of the attempt once that has closed', async () => {
  const version = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', minutes: 20, entries: [{ slug: CHOICE }] },
      { title: 'Code', entries: [{ slug: CODE }] },
    ],
    { minutes: 60 },
  );
  const invitation = await t.assessments.invite(t.organizationId, version);
  const client = t.visitor();
  await client.openLink(invitation.token);
  const attempt = await client.startAssessment();
  const LIVE = 'query ($id: ID!) { liveAttempt(invitationId: $id) { closesAt } }';
  const shown = async () =>
    (await manager.ask<{ liveAttempt: { closesAt: string } }>(LIVE, { id: invitation.id })).liveAttempt.closesAt;
  expect(await shown()).toBe(attempt.closesAt);
  await client.enterSection(attempt.id, 'section-1');
  expect(await shown()).toBe(later(attempt.closesAt, -40));
  t.now = new Date(t.now.getTime() + 21 * 60_000);
  expect(await shown()).toBe(attempt.closesAt);
});

test('an incident is one act: all are told and get time, with one entry in the audit for each of the two', async () => {
  const { client, attempt } = await t.started();
  await callForHelp(client, attempt.id, 'Nothing is graded.');
  const before = [await audited('attempt.message_sent'), await audited('attempt.time_added')].map(
    (rows) => rows.length,
  );
  const sendingId = randomUUID();
  const incident = { assessmentId, text: 'The grader was down. You have 10 minutes more.', sendingId, time: TIME };
  await send(manager, incident);
  await send(manager, incident);
  expect(await closesAt(client, attempt.id)).toBe(later(attempt.closesAt, 10));
  const { unreadMessages } = await messagesOf(client, attempt.id);
  expect(unreadMessages.map(({ text }) => text)).toEqual([incident.text]);
  const after = [await audited('attempt.message_sent'), await audited('attempt.time_added')].map((rows) => rows.length);
  expect(after).toEqual(before.map((count) => count + 1));
});

test.each([
  ['no minutes', { minutes: 0, reason: 'A reason.' }, [{ field: 'minutes', code: 'TOO_SMALL', limit: 1 }]],
  ['too many minutes', { minutes: 241, reason: 'A reason.' }, [{ field: 'minutes', code: 'TOO_LARGE', limit: 240 }]],
  ['no reason', { minutes: 5, reason: ' ' }, [{ field: 'reason', code: 'MISSING', limit: null }]],
  ['a long reason', { minutes: 5, reason: 'x'.repeat(501) }, [{ field: 'reason', code: 'TOO_LONG', limit: 500 }]],
])('%s is refused, alone and with a message', async (_what, time, issues) => {
  const { client, attempt } = await t.started();
  expect(await add({ time })).toEqual({ __typename: 'InvalidInputProblem', issues });
  expect(await send(manager, { assessmentId, time })).toEqual({ __typename: 'InvalidInputProblem', issues });
  expect(await closesAt(client, attempt.id)).toBe(attempt.closesAt);
  expect((await messagesOf(client, attempt.id)).messages).toEqual([]);
});

test.each(['recruiter', 'reviewer', 'author'] satisfies MemberRole[])('a %s cannot give time', async (role) => {
  expect(await (await t.member(role)).refusal(ADD, inputOf({}))).toEqual(['NOT_FOUND']);
});
