import { ASSESSMENT } from '../../access/test-actors';
import { SENDS_MAIL } from '../../test-mail';
import { aPerson, Inviter, type Invitation, LIST, soon } from './test-inviting';

const assessmentId = ASSESSMENT.id;

let inviter: Inviter;

beforeAll(async () => {
  inviter = await Inviter.start({ ...SENDS_MAIL });
});
afterAll(() => inviter.api.stop());

test('withdrawn before it has left, a mail is not sent; the person can be invited again', async () => {
  const { invitations } = await inviter.invite([aPerson('undo@example.com')]);
  const invitationIds = invitations.map(({ id }) => id);
  expect(await inviter.act('withdrawCandidateInvitations', { invitationIds })).toMatchObject([{ status: 'WITHDRAWN' }]);
  expect(await inviter.sent()).toEqual([]);
  expect(await inviter.act('withdrawCandidateInvitations', { invitationIds })).toEqual([]);
  expect((await inviter.invite([aPerson('undo@example.com')])).people).toMatchObject([{ outcome: 'READY' }]);
  await inviter.sent();
});

test('a new mail has a new link, and the earlier link ends', async () => {
  const { invitations } = await inviter.invite([aPerson('again@example.com')]);
  const [before] = (await inviter.sent()).flatMap(({ links }) => links.filter((link) => link.includes('/i/')));
  const resend = `mutation ($input: ResendCandidateInvitationInput!) { resendCandidateInvitation(input: $input) {
    __typename ... on CandidateInvitationClosedProblem { status } } }`;
  const input = { assessmentId, invitationId: invitations[0]?.id };
  expect(await inviter.client.ask(resend, { input })).toMatchObject({
    resendCandidateInvitation: { __typename: 'ResendCandidateInvitationSuccess' },
  });
  const [after] = (await inviter.sent()).flatMap(({ links }) => links.filter((link) => link.includes('/i/')));
  expect(after).not.toBe(before);
  await inviter.act('withdrawCandidateInvitations', { invitationIds: [invitations[0]?.id] });
  expect(await inviter.client.ask(resend, { input })).toEqual({
    resendCandidateInvitation: { __typename: 'CandidateInvitationClosedProblem', status: 'WITHDRAWN' },
  });
});

test('people are reminded once, and more time to start is given to those chosen', async () => {
  const { invitations } = await inviter.invite([aPerson('remind@example.com')]);
  await inviter.sent();
  const invitationIds = invitations.map(({ id }) => id);
  expect(await inviter.act('remindCandidates', { invitationIds })).toHaveLength(1);
  expect(await inviter.act('remindCandidates', { invitationIds })).toEqual([]);
  expect((await inviter.sent()).map(({ kind }) => kind)).toEqual(['candidateReminder']);
  expect(await inviter.act('extendCandidateInvitations', { invitationIds, expiresAt: soon(30) })).toHaveLength(1);
});

test('the table is read in pages, filtered by status, words and failed delivery', async () => {
  const names = ['Page One', 'Page Two', 'Page Three'];
  await inviter.invite(names.map((name, index) => aPerson(`p${index}@pages.example`, name)));
  await inviter.sent();
  const filter = { text: 'page', statuses: ['INVITED'] };
  type Page = { edges: { node: Invitation }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  const read = async (after: string | null): Promise<Page> =>
    (await inviter.client.ask<{ candidateInvitations: Page }>(LIST, { assessmentId, filter, after }))
      .candidateInvitations;
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
  await inviter.api.dataSource.query(failed);
  expect(await inviter.client.ask(LIST, { assessmentId, filter: { ...filter, isUndelivered: true } })).toMatchObject({
    candidateInvitations: { edges: [{ node: { delivery: { state: 'FAILED', failure: 'BAD_ADDRESS' } } }] },
  });
  expect(await inviter.client.ask(`{ assessment(id: "${assessmentId}") { undelivered lastSubmittedAt } }`)).toEqual({
    assessment: { undelivered: 1, lastSubmittedAt: null },
  });
  const counts = '{ candidateInvitationCounts(assessmentId: "' + assessmentId + '") { status count } }';
  expect(await inviter.client.ask(counts)).toMatchObject({
    candidateInvitationCounts: expect.arrayContaining([expect.objectContaining({ status: 'INVITED' })]) as unknown,
  });
});

test('the table is paged by address and by deadline in either direction', async () => {
  const { invitations } = await inviter.invite(
    ['b', 'd', 'a', 'c'].map((name) => aPerson(`${name}@sorted.example`, 'Sorted')),
  );
  const [first] = invitations.filter(({ candidate }) => candidate.email.startsWith('c@'));
  await inviter.act('extendCandidateInvitations', { invitationIds: [first?.id], expiresAt: soon(40) });
  type Page = { edges: { node: Invitation }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  const all = async (order: string): Promise<string> => {
    const found: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const variables: object = { assessmentId, order, after, filter: { text: 'sorted' } };
      const { candidateInvitations } = await inviter.client.ask<{ candidateInvitations: Page }>(LIST, variables);
      found.push(...candidateInvitations.edges.map(({ node }) => node.candidate.email.charAt(0)));
      ({ endCursor: after, hasNextPage: isMore } = candidateInvitations.pageInfo);
    }
    return found.join('');
  };
  expect([await all('ADDRESS'), await all('ADDRESS_DESCENDING')]).toEqual(['abcd', 'dcba']);
  const byDeadline = await all('DEADLINE');
  expect(byDeadline).toMatch(/^[abd]{3}c$/);
  expect(await all('DEADLINE_DESCENDING')).toBe(Array.from(byDeadline).toReversed().join(''));
  const wrong = { assessmentId, order: 'ADDRESS', after: 'nonsense' };
  expect(await inviter.client.refusal(LIST, wrong)).toEqual(['BAD_INPUT']);
});

test('accommodations stay with the candidate, and two records of one person become one', async () => {
  const { invitations } = await inviter.invite([aPerson('one@merge.example'), aPerson('other@merge.example')]);
  const [one, other] = invitations.map(({ candidate }) => candidate.id);
  const set = `mutation ($input: SetTimeAllowanceInput!) { setTimeAllowance(input: $input) {
    ... on SetTimeAllowanceSuccess { candidate { allowance { extraTime breakMinutes } } } } }`;
  const allowance = { extraTime: 0.5, breakMinutes: 15 };
  expect(await inviter.client.ask(set, { input: { organization: 'one', candidateId: other, allowance } })).toEqual({
    setTimeAllowance: { candidate: { allowance } },
  });
  const merge = `mutation ($input: MergeCandidatesInput!) { mergeCandidates(input: $input) {
    ... on MergeCandidatesSuccess { candidate { id allowance { extraTime } } } } }`;
  const input = { organization: 'one', candidateId: other, intoCandidateId: one };
  const merged = { mergeCandidates: { candidate: { id: one, allowance: { extraTime: 0.5 } } } };
  expect(await inviter.client.ask(merge, { input })).toEqual(merged);
  expect(await inviter.client.ask(merge, { input })).toEqual(merged);
  expect((await inviter.invite([aPerson('other@merge.example')])).people).toMatchObject([{ outcome: 'INVITED' }]);
  await inviter.sent();
});

test('acts are in the audit, with ids and counts only', async () => {
  const rows = await inviter.api.dataSource.query<{ act: string; detail: object }[]>(
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
