import type { GraphQLClient } from '@holdout/testing';
import { catchMail, type TestMail } from '../../test-mail';
import { TestTaking } from './test-taking';

const ASK = `mutation ($input: RequestMoreTimeInput!) { requestMoreTime(input: $input) { __typename
  ... on RequestMoreTimeSuccess { invitation { timeRequest { reason isGranted } } }
  ... on InvalidInputProblem { issues { field code } } ... on TimeRequestAnsweredProblem { isGranted }
  ... on AssessmentNotOpenProblem { status } } }`;
const ANSWER = `mutation ($input: AnswerTimeRequestInput!) { answerTimeRequest(input: $input) { __typename
  ... on AnswerTimeRequestSuccess { invitation { timeRequest { isGranted } candidate { allowance { extraTime breakMinutes } } } }
  ... on CandidateInvitationClosedProblem { status } } }`;
const TABLE = `query ($assessmentId: ID!) { candidateInvitations(assessmentId: $assessmentId, first: 50) {
  edges { node { id timeRequest { reason isGranted } delivery { state } } } } }`;
const LANDING = '{ candidateInvitation { ownMinutes breakMinutes timeRequest { reason isGranted } } }';

const t = new TestTaking();
let mail: { sent(): Promise<readonly TestMail[]> };
let manager: GraphQLClient;
let recruiter: GraphQLClient;
let assessmentId: string;

beforeAll(async () => {
  await t.begin();
  mail = catchMail(t.api);
  [manager, recruiter] = [await t.member('manager'), await t.member('recruiter')];
  await t.member('admin');
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    'select assessment_id as id from assessment_version where id = $1',
    [t.versionId],
  );
  assessmentId = row?.id ?? '';
});
afterAll(() => t.end());

const ask = (client: GraphQLClient, reason: string) => client.ask<object>(ASK, { input: { reason } });
const answer = (invitationId: string, allowance: object | null) =>
  manager.ask<object>(ANSWER, { input: { assessmentId, invitationId, allowance } });
const inTable = async (client: GraphQLClient, id: string) => {
  type Table = { candidateInvitations: { edges: { node: { id: string; timeRequest: object | null } }[] } };
  const { candidateInvitations } = await client.ask<Table>(TABLE, { assessmentId });
  return candidateInvitations.edges.find(({ node }) => node.id === id)?.node;
};

test('a request reaches who may invite, by mail without its reason, and no recruiter', async () => {
  const { client, invitation } = await t.aCandidate();
  const reason = 'I read with a screen reader.';
  expect(await ask(client, ` ${reason} `)).toMatchObject({
    requestMoreTime: { invitation: { timeRequest: { reason, isGranted: null } } },
  });
  expect(await inTable(manager, invitation.id)).toMatchObject({
    timeRequest: { reason },
    delivery: { state: 'WAITING' },
  });
  expect(await inTable(recruiter, invitation.id)).toMatchObject({ timeRequest: null });
  const sent = await mail.sent();
  expect(sent.map(({ to, kind }) => [to, kind])).toEqual([['admin@acme.example', 'timeRequest']]);
  expect(sent[0]?.text).not.toContain('screen reader');
  expect(sent[0]?.links[0]).toContain(`/o/acme/assessments/${assessmentId}/invitations`);
});

test('the member who invited is told, and no other; a changed reason sends no second mail', async () => {
  const [row] = await t.api.dataSource.query<{ id: string }[]>(
    "select account_id as id from account_profile where email = 'manager@acme.example'",
  );
  const { client } = await t.aCandidate({ createdBy: row?.id ?? '' });
  await ask(client, 'First.');
  expect((await mail.sent()).map(({ to }) => to)).toEqual(['manager@acme.example']);
  expect(await ask(client, 'Second.')).toMatchObject({
    requestMoreTime: { invitation: { timeRequest: { reason: 'Second.' } } },
  });
  expect(await mail.sent()).toEqual([]);
});

test('a granted request gives the time at the start, and the candidate is told by mail', async () => {
  const { client, invitation } = await t.aCandidate();
  await ask(client, 'I read slowly.');
  await mail.sent();
  expect(await answer(invitation.id, { extraTime: 0.5, breakMinutes: 10 })).toMatchObject({
    answerTimeRequest: {
      invitation: { timeRequest: { isGranted: true }, candidate: { allowance: { extraTime: 0.5, breakMinutes: 10 } } },
    },
  });
  expect(await client.ask(LANDING)).toMatchObject({
    candidateInvitation: { ownMinutes: 90, breakMinutes: 10, timeRequest: { isGranted: true } },
  });
  const [told] = await mail.sent();
  expect([told?.to, told?.kind]).toEqual([invitation.email, 'timeAnswer']);
  expect(told?.text).toContain('90 minutes');
  const attempt = await client.startAssessment();
  expect(attempt.closesAt).toBe(new Date(t.now.getTime() + 100 * 60_000).toISOString());
});

test('a refused request changes no time, keeps its answer, and is not asked again', async () => {
  const { client, invitation } = await t.aCandidate();
  await ask(client, 'Please.');
  await answer(invitation.id, null);
  expect(await answer(invitation.id, { extraTime: 1, breakMinutes: 0 })).toMatchObject({
    answerTimeRequest: {
      invitation: { timeRequest: { isGranted: false }, candidate: { allowance: { extraTime: 0 } } },
    },
  });
  expect(await ask(client, 'Please!')).toMatchObject({
    requestMoreTime: { __typename: 'TimeRequestAnsweredProblem', isGranted: false },
  });
  expect((await mail.sent()).filter(({ kind }) => kind === 'timeAnswer')).toHaveLength(1);
});

test('after the start nothing is asked or granted', async () => {
  const { client, invitation } = await t.aCandidate();
  await ask(client, 'Before the start.');
  await client.startAssessment();
  expect(await ask(client, 'During it.')).toMatchObject({ requestMoreTime: { status: 'STARTED' } });
  expect(await answer(invitation.id, { extraTime: 1, breakMinutes: 0 })).toMatchObject({
    answerTimeRequest: { status: 'STARTED' },
  });
});

test.each([
  ['an empty reason', '  ', 'MISSING'],
  ['a reason that is too long', 'x'.repeat(2001), 'TOO_LONG'],
  ['a reason with a character that cannot be stored', 'a\u0000b', 'MALFORMED'],
])('%s is refused', async (_what, reason, code) => {
  const { client } = await t.aCandidate();
  expect(await ask(client, reason)).toMatchObject({ requestMoreTime: { issues: [{ field: 'reason', code }] } });
});
