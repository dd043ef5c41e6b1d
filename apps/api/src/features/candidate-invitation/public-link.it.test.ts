import { ASSESSMENT } from '../../access/test-actors';
import { SENDS_MAIL } from '../../test-mail';
import { aPerson, Inviter, soon } from './test-inviting';

const assessmentId = ASSESSMENT.id;

let inviter: Inviter;

beforeAll(async () => {
  inviter = await Inviter.start({ ...SENDS_MAIL });
});
afterAll(() => inviter.api.stop());

test('a public link says whether it can be used now', async () => {
  const create = `mutation ($input: CreatePublicLinkInput!) { createPublicLink(input: $input) { __typename
    ... on CreatePublicLinkSuccess { publicLink { id status link taken cap } }
    ... on InvalidInputProblem { issues { field code } } } }`;
  type Created = { createPublicLink: { publicLink: { id: string; status: string } } };
  const make = async (more: object) =>
    (await inviter.client.ask<Created>(create, { input: { assessmentId, cap: 5, ...more } })).createPublicLink;
  const { publicLink } = await make({});
  expect(publicLink).toMatchObject({ status: 'OPEN', taken: 0, cap: 5 });
  expect((await make({ opensAt: soon(1) })).publicLink.status).toBe('NOT_YET_OPEN');
  expect(await make({ cap: 10_001 })).toMatchObject({ issues: [{ field: 'cap', code: 'TOO_LARGE' }] });
  expect(await make({ closesAt: soon(-1) })).toMatchObject({ issues: [{ field: 'closesAt', code: 'TOO_SMALL' }] });
  const withdraw = `mutation ($input: WithdrawPublicLinkInput!) { withdrawPublicLink(input: $input) {
    ... on WithdrawPublicLinkSuccess { publicLink { status } } } }`;
  expect(await inviter.client.ask(withdraw, { input: { assessmentId, publicLinkId: publicLink.id } })).toEqual({
    withdrawPublicLink: { publicLink: { status: 'WITHDRAWN' } },
  });
  const closed = `update public_link set closes_at = now() where withdrawn_at is null returning id`;
  await inviter.api.dataSource.query(closed);
  const list = '{ publicLinks(assessmentId: "' + assessmentId + '") { status } }';
  expect(await inviter.client.ask(list)).toMatchObject({
    publicLinks: expect.arrayContaining([{ status: 'WITHDRAWN' }, { status: 'CLOSED' }]) as unknown,
  });
});

test('the other record of a person is found by name or address, with what a merge would move', async () => {
  await inviter.invite([aPerson('found@search.example', 'Findable 100% Person'), aPerson('x@search.example', 'Other')]);
  const search = `query ($text: String!) { candidates(organization: "one", text: $text, first: 5) {
    candidate { email name } invitationCount attemptCount } }`;
  const found = { candidate: { email: 'found@search.example' }, invitationCount: 1, attemptCount: 0 };
  expect(await inviter.client.ask(search, { text: 'person FIND' })).toMatchObject({ candidates: [found] });
  expect(await inviter.client.ask(search, { text: 'found@search' })).toMatchObject({ candidates: [found] });
  expect(await inviter.client.ask(search, { text: '10%' })).toEqual({ candidates: [] });
  expect(await inviter.recruiter.refusal(search, { text: 'found' })).toEqual(['NOT_FOUND']);
});
