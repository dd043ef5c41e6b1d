import { ASSESSMENT } from '../../access/test-actors';
import { SENDS_MAIL } from '../../test-mail';
import { aPerson, INVITE, Inviter, LIST, soon } from './test-inviting';

const assessmentId = ASSESSMENT.id;

let inviter: Inviter;

beforeAll(async () => {
  inviter = await Inviter.start({ ...SENDS_MAIL });
});
afterAll(() => inviter.api.stop());

test('people of a list are invited by mail, each with a link of their own and a calendar file', async () => {
  const { invitations, people, sendsAt } = await inviter.invite([
    { ...aPerson(' First@Example.com '), allowance: { extraTime: 0.25, breakMinutes: 10 } },
    aPerson('second@example.com', ''),
  ]);
  expect(people.map(({ outcome }) => outcome)).toEqual(['READY', 'READY']);
  expect(invitations).toMatchObject([
    {
      status: 'INVITED',
      link: null,
      delivery: { state: 'WAITING' },
      candidate: { email: 'first@example.com', name: 'A person', allowance: { extraTime: 0.25, breakMinutes: 10 } },
    },
    {
      candidate: {
        email: 'second@example.com',
        name: 'second@example.com',
        allowance: { extraTime: 0, breakMinutes: 0 },
      },
    },
  ]);
  expect(sendsAt).not.toBeNull();
  expect(await inviter.mail.sent()).toEqual([]);
  const messages = (await inviter.sent()).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  expect(messages.map(({ to }) => to)).toEqual(['first@example.com', 'second@example.com']);
  expect(new Set(messages.flatMap(({ links }) => links.filter((link) => link.includes('/i/')))).size).toBe(2);
  expect(messages[0]?.text).toContain('75 minutes');
  expect(messages[0]?.attachments[0]).toMatchObject({ type: 'text/calendar' });
  expect(messages[0]?.attachments[0]?.text).not.toContain('/i/');
});

test('sending a list again skips those who are invited; a second line of a person is skipped as well', async () => {
  await inviter.invite([aPerson('twice@example.com')]);
  const again = await inviter.invite([
    aPerson('twice@example.com'),
    aPerson('new@example.com'),
    aPerson('NEW@example.com'),
  ]);
  expect(again.people.map(({ outcome }) => outcome)).toEqual(['INVITED', 'READY', 'REPEATED']);
  expect(again.invitations).toHaveLength(1);
  expect((await inviter.sent()).map(({ to }) => to)).toEqual(['twice@example.com', 'new@example.com']);
});

test.each([
  ['an address without a domain ending', aPerson('name@exmaple'), 'email', 'MALFORMED'],
  ['an address with an invisible mark', aPerson('na\u200bme@example.com'), 'email', 'MALFORMED'],
  ['an address of mixed alphabets', aPerson('n\u0430me@example.com'), 'email', 'MALFORMED'],
  ['no address', aPerson(''), 'email', 'MISSING'],
  ['an address with a mark that turns the text', aPerson('na\u202eme@example.com'), 'email', 'MALFORMED'],
  ['a name with a mark that turns the text', aPerson('turn@example.com', 'A\u202Enosrep'), 'name', 'MALFORMED'],
  ['a name with an invisible mark', aPerson('zero@example.com', 'Per\u200bson'), 'name', 'MALFORMED'],
  ['a name of mixed alphabets', aPerson('mixed@example.com', 'P\u0435rson'), 'name', 'MALFORMED'],
  [
    'five times the time',
    { ...aPerson('more@example.com'), allowance: { extraTime: 5, breakMinutes: 0 } },
    'extraTime',
    'TOO_LARGE',
  ],
])('%s is an issue of its line, and the others are invited', async (_what, wrong, field, code) => {
  const other = aPerson(`fine.${field}.${String(_what.length)}@example.com`.toLowerCase());
  const { invitations, people } = await inviter.invite([wrong, other]);
  expect(people).toMatchObject([{ outcome: 'INVALID', issues: [{ field, code }] }, { outcome: 'READY' }]);
  expect(invitations.map(({ candidate }) => candidate.email)).toEqual([other.email]);
  await inviter.sent();
});

test('a list can be checked before it is sent, which stores nothing', async () => {
  const check = `query ($assessmentId: ID!, $people: [PersonToInviteInput!]!) {
    checkCandidates(assessmentId: $assessmentId, people: $people) { outcome issues { field code } } }`;
  const people = [aPerson('unchecked@example.com'), aPerson('x')];
  const asked = await inviter.client.ask(check, { assessmentId, people });
  expect(asked).toMatchObject({ checkCandidates: [{ outcome: 'READY' }, { outcome: 'INVALID' }] });
  const sql = `select from candidate_profile where email = 'unchecked@example.com'`;
  expect(await inviter.api.dataSource.query(sql)).toEqual([]);
});

test('a link to pass on is shown to those who may invite, and to nobody else', async () => {
  const { invitations, sendsAt } = await inviter.invite([aPerson('passed@example.com')], { source: 'LINK' });
  expect(sendsAt).toBeNull();
  expect(invitations[0]?.link).toMatch(/^https?:\/\/\S+\/i\/[\w-]{43}$/);
  expect(await inviter.sent()).toEqual([]);
  expect(await inviter.recruiter.ask(LIST, { assessmentId, filter: { text: 'passed' } })).toMatchObject({
    candidateInvitations: { edges: [{ node: { link: null, candidate: { allowance: null } } }] },
  });
  const refused = await inviter.recruiter.refusal(INVITE, { input: { assessmentId, people: [], expiresAt: soon() } });
  expect(refused).toEqual(['NOT_FOUND']);
});

test('a time to start that has passed, or lies more than a year ahead, is refused', async () => {
  for (const [days, code] of [
    [-1, 'TOO_SMALL'],
    [400, 'TOO_LARGE'],
  ] as const) {
    expect(await inviter.invite([aPerson('late@example.com')], { expiresAt: soon(days) })).toMatchObject({
      issues: [{ field: 'expiresAt', code }],
    });
  }
});

test('a list that is sent in parts leaves more time for Undo; at most ten minutes', async () => {
  const before = Date.now();
  const { sendsAt } = await inviter.invite([aPerson('later@parts.example')], { sendsAfterSeconds: 300 });
  expect(Date.parse(sendsAt ?? '') - before).toBeGreaterThanOrEqual(300_000);
  expect(await inviter.mail.sent()).toEqual([]);
  for (const [sendsAfterSeconds, code] of [
    [9, 'TOO_SMALL'],
    [601, 'TOO_LARGE'],
  ] as const) {
    expect(await inviter.invite([aPerson('never@parts.example')], { sendsAfterSeconds })).toMatchObject({
      issues: [{ field: 'sendsAfterSeconds', code }],
    });
  }
  await inviter.sent();
});

test('nobody is invited to an assessment of which nothing is published', async () => {
  const create = `mutation ($input: CreateAssessmentInput!) { createAssessment(input: $input) {
    ... on CreateAssessmentSuccess { assessment { id } } } }`;
  type Created = { createAssessment: { assessment: { id: string } } };
  const created = await inviter.client.ask<Created>(create, { input: { organization: 'one', title: 'Unpublished' } });
  const input = { assessmentId: created.createAssessment.assessment.id, people: [], expiresAt: soon() };
  expect(await inviter.client.ask(INVITE, { input })).toEqual({
    inviteCandidates: { __typename: 'AssessmentNotPublishedProblem' },
  });
});
