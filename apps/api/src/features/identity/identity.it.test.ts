import {
  type AttemptId,
  type GuestId,
  GuestRepository,
  newId,
  type SessionId,
  SessionRepository,
  systemClock,
} from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { hashOfToken, newToken } from '../../platform/access/link-token';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

const VIEWER = 'viewer { isGuest account { id email displayName } memberships { roles } }';
const PROBLEMS = '... on Problem { code } ... on InvalidInputProblem { issues { field code limit } }';
const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename ${PROBLEMS} ... on SignUpSuccess { ${VIEWER} } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Problem { code } ... on SignInSuccess { ${VIEWER} } } }`;
const SIGN_OUT = `mutation ($input: SignOutInput!) { signOut(input: $input) { __typename ... on SignOutSuccess { ${VIEWER} } } }`;
const DELETE = `mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename ... on Problem { code } } }`;

const aPerson = (email: string) => ({ email, password: 'correct horse battery', displayName: 'A person' });
const visitor = (): GraphQLClient => new GraphQLClient(api.url);

async function signedUp(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_UP, { input: aPerson(email) });
  return client;
}

test('signing up signs in, and stores the address in lower case', async () => {
  const client = visitor();
  const { signUp } = await client.ask<{ signUp: unknown }>(SIGN_UP, { input: aPerson(' First@Example.org ') });
  expect(signUp).toMatchObject({
    __typename: 'SignUpSuccess',
    viewer: { isGuest: false, account: { email: 'first@example.org', displayName: 'A person' }, memberships: [] },
  });
  expect(await client.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { account: { email: 'first@example.org' } } });
});

test('the session cookie is HttpOnly and SameSite', async () => {
  const client = await signedUp('cookie@example.org');
  const [session = '', device = '', ...more] = client.lastSetCookies;
  expect(session).toMatch(/^holdout-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(device).toMatch(/^holdout-device=[\w-]{16}\.[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(more).toEqual([]);
});

test('the database stores only the hash of a session token', async () => {
  const client = await signedUp('hashed@example.org');
  const token = /=([\w-]{43})/.exec(client.cookieHeader()['cookie'] ?? '')?.[1] ?? 'none';
  const rows = await api.dataSource.query<{ hex: string }[]>("select encode(token_hash, 'escape') as hex from session");
  expect(rows.map(({ hex }) => hex)).not.toContain(token);
});

test.each([
  ['a malformed address', { email: 'nobody' }, { field: 'email', code: 'MALFORMED', limit: null }],
  ['no address', { email: ' ' }, { field: 'email', code: 'MISSING', limit: null }],
  ['a short password', { password: 'short' }, { field: 'password', code: 'TOO_SHORT', limit: 10 }],
  ['a long password', { password: 'x y'.repeat(100) }, { field: 'password', code: 'TOO_LONG', limit: 200 }],
  ['a common password', { password: 'Password123' }, { field: 'password', code: 'TOO_COMMON', limit: null }],
  ['no name', { displayName: '  ' }, { field: 'displayName', code: 'MISSING', limit: null }],
  ['an address of two scripts', { email: 'аdmin@example.org' }, { field: 'email', code: 'MALFORMED', limit: null }],
  ['an invisible address', { email: 'a\u200bb@example.org' }, { field: 'email', code: 'MALFORMED', limit: null }],
  ['a name of two scripts', { displayName: 'Аcme' }, { field: 'displayName', code: 'MALFORMED', limit: null }],
  ['a NUL in the name', { displayName: 'a\0b' }, { field: 'displayName', code: 'MALFORMED', limit: null }],
])('signing up with %s says which field is wrong', async (_what, wrong, issue) => {
  const { signUp } = await visitor().ask<{ signUp: unknown }>(SIGN_UP, {
    input: { ...aPerson('w@example.org'), ...wrong },
  });
  expect(signUp).toEqual({ __typename: 'InvalidInputProblem', code: 'INVALID_INPUT', issues: [issue] });
});

test('a name in Cyrillic that looks like the Latin name of an account is refused, and an ordinary one is not', async () => {
  const named = (email: string, displayName: string): Promise<unknown> =>
    visitor().ask(SIGN_UP, { input: { ...aPerson(email), displayName } });
  await named('capa@example.org', 'Capa');
  expect(await named('sara@example.org', 'Сара')).toMatchObject({
    signUp: { issues: [{ field: 'displayName', code: 'LOOKS_LIKE_ANOTHER', limit: null }] },
  });
  expect(await named('vera@example.org', 'Вера')).toMatchObject({ signUp: { __typename: 'SignUpSuccess' } });
});

test('signing up again signs in with the same password, and is refused with another like any wrong password', async () => {
  await signedUp('again@example.org');
  expect(await visitor().ask(SIGN_UP, { input: aPerson('again@example.org') })).toMatchObject({
    signUp: { __typename: 'SignUpSuccess' },
  });
  const other = { ...aPerson('again@example.org'), password: 'something else entirely' };
  expect(await visitor().ask(SIGN_UP, { input: other })).toEqual({
    signUp: { __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' },
  });
});

test('two concurrent sign-ups create one account, and both are signed in to it', async () => {
  const tries = [visitor(), visitor()].map((client) => client.ask(SIGN_UP, { input: aPerson('twice@example.org') }));
  for (const answer of await Promise.all(tries))
    expect(answer).toMatchObject({ signUp: { __typename: 'SignUpSuccess' } });
  const rows = await api.dataSource.query("select from account_profile where email = 'twice@example.org'");
  expect(rows).toHaveLength(1);
});

test('a wrong password and an unknown address get the same response', async () => {
  await signedUp('known@example.org');
  const tries = ['known@example.org', 'unknown@example.org'].map((email) =>
    visitor().ask(SIGN_IN, { input: { email, password: 'not the password' } }),
  );
  const [known, unknown] = await Promise.all(tries);
  expect(known).toEqual({ signIn: { __typename: 'CredentialsRefusedProblem', code: 'CREDENTIALS_REFUSED' } });
  expect(unknown).toEqual(known);
});

test('a wrong password and an unknown address cost the same statements', async () => {
  await signedUp('counted@example.org');
  const workFor = async (email: string): Promise<readonly string[]> => {
    const input = { email, password: 'not the password' };
    return (await api.countStatements(() => visitor().ask(SIGN_IN, { input }))).statements;
  };
  expect(await workFor('uncounted@example.org')).toEqual(await workFor('counted@example.org'));
});

test('password guesses for one address are slowed down across all processes that share the database', async () => {
  const guesses = Array.from({ length: 13 }, () =>
    visitor().refusal(SIGN_IN, { input: { email: 'guessed@example.org', password: 'a guess at it' } }),
  );
  const codes = (await Promise.all(guesses)).flat();
  expect(codes).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  const rows = await api.dataSource.query<{ key: string }[]>('select key from rate_window');
  expect(JSON.stringify(rows)).not.toContain('guessed');
});

test('a sign-in opens a new session and ends the previous one', async () => {
  const client = await signedUp('renewed@example.org');
  const before = client.cookieHeader();
  await client.ask(SIGN_IN, { input: { email: 'renewed@example.org', password: 'correct horse battery' } });
  expect(client.cookieHeader()).not.toEqual(before);
  const thief = new GraphQLClient(api.url, before);
  expect(await thief.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { account: null, isGuest: false } });
});

test('signing out everywhere ends the sessions of other devices too', async () => {
  const here = await signedUp('everywhere@example.org');
  const there = visitor();
  await there.ask(SIGN_IN, { input: { email: 'everywhere@example.org', password: 'correct horse battery' } });
  expect(await here.ask(SIGN_OUT, { input: { everywhere: true } })).toMatchObject({
    signOut: { viewer: { account: null } },
  });
  expect(await there.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { account: null } });
  expect(await here.ask(SIGN_OUT, { input: {} })).toMatchObject({ signOut: { __typename: 'SignOutSuccess' } });
});

test('deleting my data requires the password and erases the profile', async () => {
  const client = await signedUp('leaving@example.org');
  expect(await client.ask(DELETE, { input: { password: 'wrong password' } })).toMatchObject({
    deleteMyData: { code: 'CREDENTIALS_REFUSED' },
  });
  expect(await client.ask(DELETE, { input: { password: 'correct horse battery' } })).toMatchObject({
    deleteMyData: { __typename: 'DeleteMyDataSuccess' },
  });
  expect(await client.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { account: null } });
  const rows = await api.dataSource.query("select from account_profile where email = 'leaving@example.org'");
  expect(rows).toHaveLength(0);
});

test('demo accounts of an earlier local start cannot sign in to a site that others reach', async () => {
  await new Administration(api.db, systemClock).createAccount(aPerson('admin@demo.localhost'));
  const input = { email: 'admin@demo.localhost', password: aPerson('').password };
  expect(await visitor().ask(SIGN_IN, { input })).toMatchObject({ signIn: { code: 'CREDENTIALS_REFUSED' } });
});

test('a visitor has nothing to delete', async () => {
  expect(await visitor().refusal(DELETE, { input: { password: '' } })).toEqual(['UNAUTHENTICATED']);
});

describe('a guest', () => {
  async function aGuest(): Promise<{ client: GraphQLClient; guestId: GuestId; attemptId: string }> {
    const token = newToken();
    const [guestId, id, attemptId] = [
      newId<GuestId>(systemClock),
      newId<SessionId>(systemClock),
      newId<AttemptId>(systemClock),
    ];
    const now = new Date();
    await api.db.repo(GuestRepository).insert(guestId, now);
    const expiresAt = new Date(now.getTime() + 60_000);
    await api.db
      .repo(SessionRepository)
      .insert({ id, tokenHash: hashOfToken(token), subject: { guestId }, createdAt: now, expiresAt });
    await api.dataSource.query(
      "insert into attempt (id, purpose, form, guest_id, seed, started_at) values ($1, 'practice', 'single', $2, '00', now())",
      [attemptId, guestId],
    );
    return { client: new GraphQLClient(api.url, { cookie: `holdout-session=${token}` }), guestId, attemptId };
  }
  const ownerOf = async (attemptId: string): Promise<unknown> =>
    (
      await api.dataSource.query<object[]>(
        'select account_id as account, guest_id as guest from attempt where id = $1',
        [attemptId],
      )
    )[0];

  test('is reported as a guest, and keeps their work when signing up, under a new session', async () => {
    const { client, attemptId } = await aGuest();
    expect(await client.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { isGuest: true, account: null } });
    const { signUp } = await client.ask<{ signUp: { viewer: { account: { id: string } } } }>(SIGN_UP, {
      input: aPerson('guest@example.org'),
    });
    expect(await ownerOf(attemptId)).toEqual({ account: signUp.viewer.account.id, guest: null });
    expect(await client.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { isGuest: false, account: null } });
  });

  test('who signs in to an existing account does not take their work with them', async () => {
    await signedUp('settled@example.org');
    const { client, guestId, attemptId } = await aGuest();
    await client.ask(SIGN_IN, { input: { email: 'settled@example.org', password: 'correct horse battery' } });
    expect(await ownerOf(attemptId)).toEqual({ account: null, guest: guestId });
  });

  test('can delete their data without a password', async () => {
    const { client, guestId } = await aGuest();
    expect(await client.ask(DELETE, { input: { password: '' } })).toMatchObject({
      deleteMyData: { __typename: 'DeleteMyDataSuccess' },
    });
    const [row] = await api.dataSource.query<{ erased: boolean }[]>(
      'select erased_at is not null as erased from guest where id = $1',
      [guestId],
    );
    expect(row).toEqual({ erased: true });
    expect(await client.ask(`{ ${VIEWER} }`)).toMatchObject({ viewer: { isGuest: false } });
  });
});

test('no log line contains a password or an address', () => {
  expect(api.logged.join('')).not.toMatch(/correct horse|example\.org/);
});
