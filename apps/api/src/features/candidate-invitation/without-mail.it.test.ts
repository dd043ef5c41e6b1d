import { hashOfToken, newToken } from '../../platform/access/link-token';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { CANDIDATES } from '../../access/test-candidates';
import { ASSESSMENT, TestPeople } from '../../access/test-actors';
import { TestAssessments } from '../../test-assessment';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const CREATE = 'mutation ($input: CreatePublicLinkInput!) { createPublicLink(input: $input) { __typename } }';
const OPEN = `mutation ($input: OpenInvitationLinkInput!) { openInvitationLink(input: $input) {
  __typename ... on PublicLinkProblem { state } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

test('without mail no public link is made, and one that exists says why it admits nobody', async () => {
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const member = { organization: 'one', role: 'manager' } as const;
  const manager = new GraphQLClient(api.url, await people.headers({ name: 'manager', kind: 'account', member }));
  expect(await manager.ask(CREATE, { input: { assessmentId: ASSESSMENT.id, cap: 5 } })).toEqual({
    createPublicLink: { __typename: 'MailUnavailableProblem' },
  });
  const token = newToken();
  await api.dataSource.query('update public_link set token_hash = $2 where id = $1', [
    CANDIDATES.publicLink,
    hashOfToken(token),
  ]);
  expect(await new GraphQLClient(api.url).ask(OPEN, { input: { token } })).toEqual({
    openInvitationLink: { __typename: 'PublicLinkProblem', state: 'NO_MAIL' },
  });
});
