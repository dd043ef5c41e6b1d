import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { ASSESSMENT, TestPeople } from '../../access/test-actors';
import { TestAssessments } from '../../test-assessment';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { catchMail, SENDS_MAIL } from '../../test-mail';
import { INVITE, Inviter, type Invitation, LIST, soon } from './test-inviting';

const assessmentId = ASSESSMENT.id;

let api: TestApi;
let manager: GraphQLClient;
let inviter: Inviter;
let recruiter: GraphQLClient;
let mail: ReturnType<typeof catchMail>;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { environment: { ...SENDS_MAIL } });
  mail = catchMail(api);
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const member = async (role: 'manager' | 'recruiter') =>
    new GraphQLClient(
      api.url,
      await people.headers({ name: role, kind: 'account', member: { organization: 'one', role } }),
    );
  [manager, recruiter] = [await member('manager'), await member('recruiter')];
  inviter = new Inviter(manager);
});
afterAll(() => api.stop());

/** Mails wait for Undo; the test does not. */
const sent = async () => {
  await api.dataSource.query('update jobs._private_jobs set run_at = now()');
  return mail.sent();
};

const person = (email: string, name = 'A person') => ({ email, name });

test('people of a list are invited by mail, each with a link of their own and a calendar file', async () => {
  const { invitations, people, sendsAt } = await inviter.invite([
    { ...person(' First@Example.com '), allowance: { extraTime: 0.25, breakMinutes: 10 } },
    person('second@example.com', ''),
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
  expect(await mail.sent()).toEqual([]);
  const messages = (await sent()).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  expect(messages.map(({ to }) => to)).toEqual(['first@example.com', 'second@example.com']);
  expect(new Set(messages.flatMap(({ links }) => links.filter((link) => link.includes('/i/')))).size).toBe(2);
  expect(messages[0]?.text).toContain('75 minutes');
  expect(messages[0]?.attachments[0]).toMatchObject({ type: 'text/calendar' });
  expect(messages[0]?.attachments[0]?.text).not.toContain('/i/');
});

test('sending a list again skips those who are invited; a second line of a person is skipped as well', async () => {
  await inviter.invite([person('twice@example.com')]);
  const again = await inviter.invite([
    person('twice@example.com'),
    person('new@example.com'),
    person('NEW@example.com'),
  ]);
  expect(again.people.map(({ outcome }) => outcome)).toEqual(['INVITED', 'READY', 'REPEATED']);
  expect(again.invitations).toHaveLength(1);
  expect((await sent()).map(({ to }) => to)).toEqual(['twice@example.com', 'new@example.com']);
});

test.each([
  ['an address without a domain ending', person('name@exmaple'), 'email', 'MALFORMED'],
  ['an address with an invisible mark', person('na\u200bme@example.com'), 'email', 'MALFORMED'],
  ['an address of mixed alphabets', person('n\u0430me@example.com'), 'email', 'MALFORMED'],
  ['no address', person(''), 'email', 'MISSING'],
  ['an address with a mark that turns the text', person('na\u202eme@example.com'), 'email', 'MALFORMED'],
  ['a name with a mark that turns the text', person('turn@example.com', 'A\u202Enosrep'), 'name', 'MALFORMED'],
  ['a name with an invisible mark', person('zero@example.com', 'Per\u200bson'), 'name', 'MALFORMED'],
  ['a name of mixed alphabets', person('mixed@example.com', 'P\u0435rson'), 'name', 'MALFORMED'],
  [
    'five times the time',
    { ...person('more@example.com'), allowance: { extraTime: 5, breakMinutes: 0 } },
    'extraTime',
    'TOO_LARGE',
  ],
])('%s is an issue of its line, and the others are invited', async (_what, wrong, field, code) => {
  const other = person(`fine.${field}.${String(_what.length)}@example.com`.toLowerCase());
  const { invitations, people } = await inviter.invite([wrong, other]);
  expect(people).toMatchObject([{ outcome: 'INVALID', issues: [{ field, code }] }, { outcome: 'READY' }]);
  expect(invitations.map(({ candidate }) => candidate.email)).toEqual([other.email]);
  await sent();
});

test('a list can be checked before it is sent, which stores nothing', async () => {
  const check = `query ($assessmentId: ID!, $people: [PersonToInviteInput!]!) {
    checkCandidates(assessmentId: $assessmentId, people: $people) { outcome issues { field code } } }`;
  const people = [person('unchecked@example.com'), person('x')];
  const asked = await manager.ask(check, { assessmentId, people });
  expect(asked).toMatchObject({ checkCandidates: [{ outcome: 'READY' }, { outcome: 'INVALID' }] });
  const sql = `select from candidate_profile where email = 'unchecked@example.com'`;
  expect(await api.dataSource.query(sql)).toEqual([]);
});

test('withdrawn before it has left, a mail is not sent; the person can be invited again', async () => {
  const { invitations } = await inviter.invite([person('undo@example.com')]);
  const invitationIds = invitations.map(({ id }) => id);
  expect(await inviter.act('withdrawCandidateInvitations', { invitationIds })).toMatchObject([{ status: 'WITHDRAWN' }]);
  expect(await sent()).toEqual([]);
  expect(await inviter.act('withdrawCandidateInvitations', { invitationIds })).toEqual([]);
  expect((await inviter.invite([person('undo@example.com')])).people).toMatchObject([{ outcome: 'READY' }]);
  await sent();
});

test('a link to pass on is shown to those who may invite, and to nobody else', async () => {
  const { invitations, sendsAt } = await inviter.invite([person('passed@example.com')], { source: 'LINK' });
  expect(sendsAt).toBeNull();
  expect(invitations[0]?.link).toMatch(/^https?:\/\/\S+\/i\/[\w-]{43}$/);
  expect(await sent()).toEqual([]);
  expect(await recruiter.ask(LIST, { assessmentId, filter: { text: 'passed' } })).toMatchObject({
    candidateInvitations: { edges: [{ node: { link: null, candidate: { allowance: null } } }] },
  });
  const refused = await recruiter.refusal(INVITE, { input: { assessmentId, people: [], expiresAt: soon() } });
  expect(refused).toEqual(['NOT_FOUND']);
});

test('a new mail has a new link, and the earlier link ends', async () => {
  const { invitations } = await inviter.invite([person('again@example.com')]);
  const [before] = (await sent()).flatMap(({ links }) => links.filter((link) => link.includes('/i/')));
  const resend = `mutation ($input: ResendCandidateInvitationInput!) { resendCandidateInvitation(input: $input) {
    __typename ... on CandidateInvitationClosedProblem { status } } }`;
  const input = { assessmentId, invitationId: invitations[0]?.id };
  expect(await manager.ask(resend, { input })).toMatchObject({
    resendCandidateInvitation: { __typename: 'ResendCandidateInvitationSuccess' },
  });
  const [after] = (await sent()).flatMap(({ links }) => links.filter((link) => link.includes('/i/')));
  expect(after).not.toBe(before);
  await inviter.act('withdrawCandidateInvitations', { invitationIds: [invitations[0]?.id] });
  expect(await manager.ask(resend, { input })).toEqual({
    resendCandidateInvitation: { __typename: 'CandidateInvitationClosedProblem', status: 'WITHDRAWN' },
  });
});

test('people are reminded once, and more time to start is given to those chosen', async () => {
  const { invitations } = await inviter.invite([person('remind@example.com')]);
  await sent();
  const invitationIds = invitations.map(({ id }) => id);
  expect(await inviter.act('remindCandidates', { invitationIds })).toHaveLength(1);
  expect(await inviter.act('remindCandidates', { invitationIds })).toEqual([]);
  expect((await sent()).map(({ kind }) => kind)).toEqual(['candidateReminder']);
  expect(await inviter.act('extendCandidateInvitations', { invitationIds, expiresAt: soon(30) })).toHaveLength(1);
});

test('a time to start that has passed, or lies more than a year ahead, is refused', async () => {
  for (const [days, code] of [
    [-1, 'TOO_SMALL'],
    [400, 'TOO_LARGE'],
  ] as const) {
    expect(await inviter.invite([person('late@example.com')], { expiresAt: soon(days) })).toMatchObject({
      issues: [{ field: 'expiresAt', code }],
    });
  }
});

test('the table is read in pages, filtered by status, words and failed delivery', async () => {
  const names = ['Page One', 'Page Two', 'Page Three'];
  await inviter.invite(names.map((name, index) => person(`p${index}@pages.example`, name)));
  await sent();
  const filter = { text: 'page', statuses: ['INVITED'] };
  type Page = { edges: { node: Invitation }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  const read = async (after: string | null): Promise<Page> =>
    (await manager.ask<{ candidateInvitations: Page }>(LIST, { assessmentId, filter, after })).candidateInvitations;
  const first = await read(null);
  const second = await read(first.pageInfo.endCursor);
  expect([...first.edges, ...second.edges].map(({ node }) => node.candidate.email).sort()).toEqual([
    'p0@pages.example',
    'p1@pages.example',
    'p2@pages.example',
  ]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const failed = `update mail set sent_at = null, failed_at = now(), failure = 'badAddress'
    where recipient = 'p1@pages.example'`;
  await api.dataSource.query(failed);
  expect(await manager.ask(LIST, { assessmentId, filter: { ...filter, isUndelivered: true } })).toMatchObject({
    candidateInvitations: { edges: [{ node: { delivery: { state: 'FAILED', failure: 'BAD_ADDRESS' } } }] },
  });
  expect(await manager.ask(`{ assessment(id: "${assessmentId}") { undelivered lastSubmittedAt } }`)).toEqual({
    assessment: { undelivered: 1, lastSubmittedAt: null },
  });
  const counts = '{ candidateInvitationCounts(assessmentId: "' + assessmentId + '") { status count } }';
  expect(await manager.ask(counts)).toMatchObject({
    candidateInvitationCounts: expect.arrayContaining([expect.objectContaining({ status: 'INVITED' })]) as unknown,
  });
});

test('accommodations stay with the candidate, and two records of one person become one', async () => {
  const { invitations } = await inviter.invite([person('one@merge.example'), person('other@merge.example')]);
  const [one, other] = invitations.map(({ candidate }) => candidate.id);
  const set = `mutation ($input: SetTimeAllowanceInput!) { setTimeAllowance(input: $input) {
    ... on SetTimeAllowanceSuccess { candidate { allowance { extraTime breakMinutes } } } } }`;
  const allowance = { extraTime: 0.5, breakMinutes: 15 };
  expect(await manager.ask(set, { input: { organization: 'one', candidateId: other, allowance } })).toEqual({
    setTimeAllowance: { candidate: { allowance } },
  });
  const merge = `mutation ($input: MergeCandidatesInput!) { mergeCandidates(input: $input) {
    ... on MergeCandidatesSuccess { candidate { id allowance { extraTime } } } } }`;
  const input = { organization: 'one', candidateId: other, intoCandidateId: one };
  const merged = { mergeCandidates: { candidate: { id: one, allowance: { extraTime: 0.5 } } } };
  expect(await manager.ask(merge, { input })).toEqual(merged);
  expect(await manager.ask(merge, { input })).toEqual(merged);
  expect((await inviter.invite([person('other@merge.example')])).people).toMatchObject([{ outcome: 'INVITED' }]);
  await sent();
});

test('a list that is sent in parts leaves more time for Undo; at most ten minutes', async () => {
  const before = Date.now();
  const { sendsAt } = await inviter.invite([person('later@parts.example')], { sendsAfterSeconds: 300 });
  expect(Date.parse(sendsAt ?? '') - before).toBeGreaterThanOrEqual(300_000);
  expect(await mail.sent()).toEqual([]);
  for (const [sendsAfterSeconds, code] of [
    [9, 'TOO_SMALL'],
    [601, 'TOO_LARGE'],
  ] as const) {
    expect(await inviter.invite([person('never@parts.example')], { sendsAfterSeconds })).toMatchObject({
      issues: [{ field: 'sendsAfterSeconds', code }],
    });
  }
  await sent();
});

test('acts are in the audit, with ids and counts only', async () => {
  const rows = await api.dataSource.query<{ act: string; detail: object }[]>(
    `select act, detail from audit where act like 'candidate%' order by at`,
  );
  expect(new Set(rows.map(({ act }) => act))).toEqual(
    new Set([
      'candidates.invited',
      'candidate_invitation.withdrawn',
      'candidate_invitation.resent',
      'candidate_invitation.reminded',
      'candidate_invitation.extended',
      'candidate.allowance_set',
      'candidate.merged',
    ]),
  );
  expect(JSON.stringify(rows)).not.toContain('@');
});

test('nobody is invited to an assessment of which nothing is published', async () => {
  const create = `mutation ($input: CreateAssessmentInput!) { createAssessment(input: $input) {
    ... on CreateAssessmentSuccess { assessment { id } } } }`;
  type Created = { createAssessment: { assessment: { id: string } } };
  const created = await manager.ask<Created>(create, { input: { organization: 'one', title: 'Unpublished' } });
  const input = { assessmentId: created.createAssessment.assessment.id, people: [], expiresAt: soon() };
  expect(await manager.ask(INVITE, { input })).toEqual({
    inviteCandidates: { __typename: 'AssessmentNotPublishedProblem' },
  });
});
