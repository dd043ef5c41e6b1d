import { GraphQLClient } from '@holdout/testing';
import { ASSESSMENT } from '../../access/test-actors';
import { CANDIDATES } from '../../access/test-candidates';
import { hashOfToken, newToken } from '../../platform/access/link-token';
import { Inviter } from './test-inviting';

const CREATE = 'mutation ($input: CreatePublicLinkInput!) { createPublicLink(input: $input) { __typename } }';
const OPEN = `mutation ($input: OpenInvitationLinkInput!) { openInvitationLink(input: $input) {
  __typename ... on PublicLinkProblem { state } } }`;

let inviter: Inviter;

beforeAll(async () => {
  inviter = await Inviter.start();
});
afterAll(() => inviter.api.stop());

test('without mail no public link is made, and one that exists says why it admits nobody', async () => {
  expect(await inviter.client.ask(CREATE, { input: { assessmentId: ASSESSMENT.id, cap: 5 } })).toEqual({
    createPublicLink: { __typename: 'MailUnavailableProblem' },
  });
  const token = newToken();
  await inviter.api.dataSource.query('update public_link set token_hash = $2 where id = $1', [
    CANDIDATES.publicLink,
    hashOfToken(token),
  ]);
  expect(await new GraphQLClient(inviter.api.url).ask(OPEN, { input: { token } })).toEqual({
    openInvitationLink: { __typename: 'PublicLinkProblem', state: 'NO_MAIL' },
  });
});
