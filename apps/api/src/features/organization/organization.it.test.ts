import { systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;
let administration: Administration;

const PASSWORD = 'correct horse battery';
const aPerson = (email: string) => ({ email, password: PASSWORD, displayName: 'A person' });

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  administration = new Administration(api.db, systemClock);
  await administration.createOrganization({ slug: 'one', name: 'One' }, aPerson('admin@one.example'));
  await administration.createOrganization({ slug: 'two', name: 'Two' }, aPerson('admin@two.example'));
});
afterAll(() => api.stop());

async function signedUp(email: string): Promise<GraphQLClient> {
  const client = new GraphQLClient(api.url);
  const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
  await client.ask(signUp, { input: aPerson(email) });
  return client;
}

const ORGANIZATION = 'query ($slug: String!) { organization(slug: $slug) { name viewerRoles } }';
const OPEN = `mutation ($input: OpenInvitationInput!) { openInvitation(input: $input) { __typename
  ... on InvitationUnusableProblem { reason }
  ... on OpenInvitationSuccess { invitation { organizationName emailHint roles } } } }`;
const OPENED = '{ openedInvitation { organizationName } }';
const ACCEPT = `mutation { acceptInvitation(input: {}) { __typename
  ... on InvitationUnusableProblem { reason }
  ... on EmailNotInvitedProblem { emailHint }
  ... on AcceptInvitationSuccess { membership { roles organization { slug } } } } }`;

test('only members can see an organization; for all others it does not exist', async () => {
  const admin = await signedUp('admin@one.example');
  expect(await admin.ask(ORGANIZATION, { slug: 'one' })).toEqual({
    organization: { name: 'One', viewerRoles: ['ADMIN'] },
  });
  expect(await admin.refusal(ORGANIZATION, { slug: 'two' })).toEqual(['NOT_FOUND']);
  expect(await admin.refusal(ORGANIZATION, { slug: 'never-there' })).toEqual(['NOT_FOUND']);
  expect(await new GraphQLClient(api.url).refusal(ORGANIZATION, { slug: 'one' })).toEqual(['NOT_FOUND']);
});

test('a link is exchanged for a cookie, then accepted once, by the invited account', async () => {
  const token = await administration.invite('one', { email: 'New@one.example', roles: ['author', 'reviewer'] });
  const invited = await signedUp('new@one.example');
  expect(await invited.ask(OPENED)).toEqual({ openedInvitation: null });
  expect(await invited.ask(OPEN, { input: { token } })).toEqual({
    openInvitation: {
      __typename: 'OpenInvitationSuccess',
      invitation: { organizationName: 'One', emailHint: 'n•••@one.example', roles: ['AUTHOR', 'REVIEWER'] },
    },
  });
  expect(invited.lastSetCookies[0]).toMatch(/^holdout-invitation=.+; HttpOnly; SameSite=Lax$/);
  expect(await invited.ask(OPENED)).toEqual({ openedInvitation: { organizationName: 'One' } });
  expect(await invited.ask(ACCEPT)).toEqual({
    acceptInvitation: {
      __typename: 'AcceptInvitationSuccess',
      membership: { roles: ['AUTHOR', 'REVIEWER'], organization: { slug: 'one' } },
    },
  });
  expect(await invited.ask(OPEN, { input: { token } })).toMatchObject({ openInvitation: { reason: 'USED' } });
});

test('another account with the link does not see the full address and cannot join', async () => {
  const token = await administration.invite('one', { email: 'meant@one.example', roles: ['admin'] });
  const other = await signedUp('other@elsewhere.example');
  await other.ask(OPEN, { input: { token } });
  expect(await other.ask(ACCEPT)).toEqual({
    acceptInvitation: { __typename: 'EmailNotInvitedProblem', emailHint: 'm•••@one.example' },
  });
  expect(await other.refusal(ORGANIZATION, { slug: 'one' })).toEqual(['NOT_FOUND']);
});

test.each([
  ['expired', "expires_at = now() - interval '1 second'", 'EXPIRED'],
  ['withdrawn', 'withdrawn_at = now()', 'WITHDRAWN'],
])('a link that has %s reports this reason', async (_what, change, reason) => {
  const token = await administration.invite('two', { email: 'late@two.example', roles: ['manager'] });
  await api.dataSource.query(`update invitation set ${change} where email = 'late@two.example'`);
  expect(await new GraphQLClient(api.url).ask(OPEN, { input: { token } })).toMatchObject({
    openInvitation: { reason },
  });
});

test('an invented link is unknown', async () => {
  const client = new GraphQLClient(api.url);
  expect(await client.ask(OPEN, { input: { token: 'made-up' } })).toMatchObject({
    openInvitation: { reason: 'UNKNOWN' },
  });
});

test('accepting writes an audit entry and an outbox event, with ids only', async () => {
  const audit = await api.dataSource.query<object[]>("select detail from audit where act = 'invitation.accepted'");
  expect(audit).toEqual([{ detail: { roles: ['author', 'reviewer'] } }]);
  expect(await api.dataSource.query("select from outbox where event = 'member.joined'")).toHaveLength(1);
});

describe('an address that a stranger signed up with', () => {
  const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
    ... on SignUpSuccess { viewer { account { email displayName } } } } }`;
  const own = (email: string) => ({ email, password: 'another password of theirs', displayName: 'The owner' });

  async function opened(email: string): Promise<GraphQLClient> {
    const token = await administration.invite('one', { email, roles: ['author'] });
    const client = new GraphQLClient(api.url);
    await client.ask(OPEN, { input: { token } });
    return client;
  }

  test('belongs to whoever opened the link of an invitation to it', async () => {
    const stranger = await signedUp('squatted@one.example');
    const owner = await opened('squatted@one.example');
    expect(await owner.ask(SIGN_UP, { input: own('squatted@one.example') })).toMatchObject({
      signUp: { viewer: { account: { email: 'squatted@one.example', displayName: 'The owner' } } },
    });
    expect(await owner.ask(ACCEPT)).toMatchObject({ acceptInvitation: { __typename: 'AcceptInvitationSuccess' } });
    expect(await stranger.refusal(ORGANIZATION, { slug: 'one' })).toEqual(['NOT_FOUND']);
    expect(await stranger.ask('{ viewer { account { email } } }')).toEqual({
      viewer: { account: { email: expect.stringMatching(/@address-given-up\.invalid$/) as string } },
    });
    expect(await new GraphQLClient(api.url).ask(SIGN_UP, { input: aPerson('squatted@one.example') })).toEqual({
      signUp: { __typename: 'CredentialsRefusedProblem' },
    });
  });

  test('stays an account of its owner once it was proven by a link', async () => {
    const owner = await opened('proven@one.example');
    await owner.ask(SIGN_UP, { input: own('proven@one.example') });
    const again = await opened('proven@one.example');
    expect(await again.ask(SIGN_UP, { input: aPerson('proven@one.example') })).toEqual({
      signUp: { __typename: 'CredentialsRefusedProblem' },
    });
  });

  test('is not given up to a link that is for another address, or that has expired', async () => {
    await signedUp('kept@one.example');
    const other = await opened('elsewhere@one.example');
    const late = await opened('kept@one.example');
    await api.dataSource.query("update invitation set expires_at = now() where email = 'kept@one.example'");
    for (const client of [other, late]) {
      expect(await client.ask(SIGN_UP, { input: own('kept@one.example') })).toEqual({
        signUp: { __typename: 'CredentialsRefusedProblem' },
      });
    }
  });

  test('does not keep an administrator from being created with it', async () => {
    await signedUp('first@three.example');
    await administration.createOrganization({ slug: 'three', name: 'Three' }, aPerson('first@three.example'));
    const admin = new GraphQLClient(api.url);
    await admin.ask(SIGN_UP, { input: aPerson('first@three.example') });
    expect(await admin.ask(ORGANIZATION, { slug: 'three' })).toMatchObject({
      organization: { viewerRoles: ['ADMIN'] },
    });
  });
});
