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
  expect(await inviter.client.ask(`{ assessment(id: "${assessmentId}") { undelivered } }`)).toEqual({
    assessment: { undelivered: 1 },
  });
  const counts = '{ candidateInvitationCounts(assessmentId: "' + assessmentId + '") { status count } }';
  expect(await inviter.client.ask(counts)).toMatchObject({
    candidateInvitationCounts: expect.arrayContaining([expect.objectContaining({ status: 'INVITED' })]) as unknown,
  });
});

/** An attempt that was submitted with a share of four points. */
async function submit(invitationId: string | undefined, earned: number): Promise<void> {
  await inviter.api.dataSource.query(
    `with taken as (
       insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
         started_at, ended_at, ended_by)
       select gen_random_uuid(), 'assessment', 'assessment', organization_id, candidate_id, assessment_version_id, id, 's',
         now(), now(), 'candidate' from invitation where id = $1 returning *)
     insert into attempt_score (attempt_id, number, organization_id, assessment_id, assessment_version_id, earned, possible,
       pending, items, skills, cause, scored_at)
     select t.id, 1, t.organization_id, v.assessment_id, v.id, $2, 4, 0, '[]', '[]', 'scored', now()
       from taken t join assessment_version v on v.id = t.assessment_version_id`,
    [invitationId, earned],
  );
}

type Page = { edges: { node: Invitation }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

/** The first letters of the addresses of all pages. */
async function sorted(order: string): Promise<string> {
  const found: string[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const variables: object = { assessmentId, order, after, filter: { text: 'sorted' } };
    const { candidateInvitations } = await inviter.client.ask<{ candidateInvitations: Page }>(LIST, variables);
    found.push(...candidateInvitations.edges.map(({ node }) => node.candidate.email.charAt(0)));
    ({ endCursor: after, hasNextPage: isMore } = candidateInvitations.pageInfo);
  }
  return found.join('');
}

test('the table is paged by each of its columns in either direction', async () => {
  const names = { b: 'Sorted c', d: 'Sorted a', a: 'sorted D', c: 'sorted B' };
  const { invitations } = await inviter.invite(
    Object.entries(names).map(([letter, name]) => aPerson(`${letter}@sorted.example`, name)),
  );
  const idOf = (letter: string) => invitations.find(({ candidate }) => candidate.email.startsWith(`${letter}@`))?.id;
  await inviter.act('extendCandidateInvitations', { invitationIds: [idOf('c')], expiresAt: soon(40) });
  await inviter.act('withdrawCandidateInvitations', { invitationIds: [idOf('b')] });
  await submit(idOf('a'), 3);
  await submit(idOf('c'), 1);
  expect([await sorted('ADDRESS'), await sorted('ADDRESS_DESCENDING')]).toEqual(['abcd', 'dcba']);
  expect([await sorted('NAME'), await sorted('NAME_DESCENDING')]).toEqual(['dcba', 'abcd']);
  for (const [order, expected] of [
    ['DEADLINE', /^[abd]{3}c$/],
    ['STATUS', /^d[ac]{2}b$/],
  ] as const) {
    const ascending = await sorted(order);
    expect(ascending).toMatch(expected);
    expect(await sorted(`${order}_DESCENDING`)).toBe(Array.from(ascending).toReversed().join(''));
  }
  expect(await sorted('POINTS')).toMatch(/^ca[bd]{2}$/);
  expect(await sorted('POINTS_DESCENDING')).toMatch(/^ac[bd]{2}$/);
});

test.each(['ADDRESS', 'POINTS', 'STATUS'])('a cursor that is none is refused in the order %s', async (order) => {
  const of = (after: string) => inviter.client.refusal(LIST, { assessmentId, order, after });
  expect(await of('nonsense')).toEqual(['BAD_INPUT']);
  const ofAnother = Buffer.from(JSON.stringify(['x', '01990000-0000-7000-8000-0000000000aa'])).toString('base64url');
  if (order !== 'ADDRESS') expect(await of(ofAnother)).toEqual(['BAD_INPUT']);
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
