import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Secret, TOTP } from 'otpauth';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestAuthenticator } from './test-authenticator';

const PASSWORD = 'the tide turns at nine';
const ORIGIN = 'https://holdout.example';
const RP_ID = 'holdout.example';

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SecondFactorNeededProblem { ways } } }';
const START_SETUP = `mutation ($input: StartPasskeySetupInput!) { startPasskeySetup(input: $input) { __typename
  ... on StartPasskeySetupSuccess { challenge rpId userName existing { id } } } }`;
const ADD = `mutation ($input: PasskeyRegistrationInput!) { addPasskey(input: $input) { __typename
  ... on InvalidInputProblem { issues { field code } } } }`;
const REMOVE = 'mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { __typename } }';
const START = `mutation { startPasskeySignIn(input: {}) { ... on StartPasskeySignInSuccess { challenge rpId allowed { id } } } }`;
const FINISH = 'mutation ($input: PasskeyAnswerInput!) { signInWithPasskey(input: $input) { __typename } }';
const KEYS = '{ signInSecurity { passkeys { id name lastUsedAt } } }';
const VIEWER = '{ viewer { account { email } } }';

let now = new Date('2026-01-01T12:00:00Z');
let api: TestApi;

beforeAll(async () => {
  const environment = { PUBLIC_URL: ORIGIN };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
});
afterAll(() => api.stop());
afterEach(() => later(1800));

const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
const visitor = (): GraphQLClient => new GraphQLClient(api.url);
const anAuthenticator = (): TestAuthenticator => new TestAuthenticator(ORIGIN, RP_ID);

async function signedUp(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_UP, { input: { email, password: PASSWORD, displayName: 'A person' } });
  return client;
}

type Started = { readonly startPasskeySetup: { readonly challenge: string } };
async function challengeFor(client: GraphQLClient): Promise<string> {
  const started = await client.ask<Started>(START_SETUP, { input: { password: PASSWORD } });
  return started.startPasskeySetup.challenge;
}

const added = async (client: GraphQLClient, input: object): Promise<unknown> =>
  (await client.ask<{ addPasskey: unknown }>(ADD, { input: { name: 'A key', ...input } })).addPasskey;

async function withKey(email: string) {
  const client = await signedUp(email);
  const key = anAuthenticator();
  await added(client, key.register({ challenge: await challengeFor(client) }));
  return { client, key };
}

async function signInChallenge(client: GraphQLClient): Promise<string> {
  const { startPasskeySignIn } = await client.ask<{ startPasskeySignIn: { challenge: string } }>(START);
  return startPasskeySignIn.challenge;
}

const finished = async (client: GraphQLClient, input: object): Promise<string> =>
  (await client.ask<{ signInWithPasskey: { __typename: string } }>(FINISH, { input })).signInWithPasskey.__typename;

test('a passkey is added with the password, has a name, and signs in without a password', async () => {
  const { client, key } = await withKey('added@example.org');
  expect(await client.ask(KEYS)).toMatchObject({ signInSecurity: { passkeys: [{ name: 'A key', lastUsedAt: null }] } });
  const visit = visitor();
  const challenge = await signInChallenge(visit);
  expect(await finished(visit, key.answer({ challenge }))).toBe('SignInWithPasskeySuccess');
  expect(await visit.ask(VIEWER)).toEqual({ viewer: { account: { email: 'added@example.org' } } });
  expect(await client.ask(KEYS)).toMatchObject({ signInSecurity: { passkeys: [{ lastUsedAt: now.toISOString() }] } });
});

test('the setup needs the password, and names the keys that exist', async () => {
  const { client } = await withKey('named@example.org');
  expect(await client.ask(START_SETUP, { input: { password: 'not the password' } })).toEqual({
    startPasskeySetup: { __typename: 'CredentialsRefusedProblem' },
  });
  expect(await client.ask(START_SETUP, { input: { password: PASSWORD } })).toMatchObject({
    startPasskeySetup: { rpId: RP_ID, userName: 'named@example.org', existing: [{}] },
  });
});

test.each([
  ['another challenge', { challenge: 'AAAA' }],
  ['another site', { origin: 'https://evil.example' }],
  ['another host name', { rpId: 'evil.example' }],
  ['a person who was not verified', { flags: 0x01 }],
])('a new passkey for %s is refused', async (what, wrong) => {
  const client = await signedUp(`new-${what.length}@example.org`);
  const challenge = await challengeFor(client);
  expect(await added(client, anAuthenticator().register({ challenge, ...wrong }))).toEqual({
    __typename: 'PasskeyRefusedProblem',
  });
  expect(await client.ask(KEYS)).toMatchObject({ signInSecurity: { passkeys: [] } });
});

test('a new passkey is refused without its setup, for another account, and the second time', async () => {
  const client = await signedUp('setup@example.org');
  const key = anAuthenticator();
  const input = key.register({ challenge: await challengeFor(client) });
  const other = await signedUp('setup-other@example.org');
  expect(await added(other, input)).toEqual({ __typename: 'PasskeyRefusedProblem' });
  expect(await added(client, input)).toEqual({ __typename: 'AddPasskeySuccess' });
  expect(await added(client, input)).toEqual({ __typename: 'PasskeyRefusedProblem' });
  const again = key.register({ challenge: await challengeFor(other) });
  expect(await added(other, again)).toEqual({ __typename: 'PasskeyRefusedProblem' });
});

test.each([
  ['no name', ' ', 'MISSING'],
  ['a long name', 'x'.repeat(61), 'TOO_LONG'],
  ['invisible characters', 'a\u200bb', 'MALFORMED'],
])('a passkey with %s can be named again', async (_what, name, code) => {
  const client = await signedUp(`name-${code.toLowerCase()}@example.org`);
  const input = anAuthenticator().register({ challenge: await challengeFor(client) });
  expect(await added(client, { ...input, name })).toEqual({
    __typename: 'InvalidInputProblem',
    issues: [{ field: 'name', code }],
  });
  expect(await added(client, input)).toEqual({ __typename: 'AddPasskeySuccess' });
});

test.each([
  ['to another challenge', { challenge: 'AAAA' }],
  ['made for another site', { origin: 'https://evil.example' }],
  ['made for another host name', { rpId: 'evil.example' }],
  ['without verifying the person', { flags: 0x01 }],
])('an answer %s signs nobody in', async (what, wrong) => {
  const { key } = await withKey(`answer-${what.length}@example.org`);
  const client = visitor();
  const challenge = await signInChallenge(client);
  expect(await finished(client, key.answer({ challenge, ...wrong }))).toBe('PasskeyRefusedProblem');
  expect(await client.ask(VIEWER)).toEqual({ viewer: { account: null } });
});

test('an unknown passkey, a wrong signature and no challenge get the same response', async () => {
  const { key } = await withKey('wrong@example.org');
  const client = visitor();
  expect(await finished(client, anAuthenticator().answer({ challenge: await signInChallenge(client) }))).toBe(
    'PasskeyRefusedProblem',
  );
  const forged = anAuthenticator().answer({ challenge: await signInChallenge(client) });
  expect(await finished(client, { ...forged, id: key.id.toString('base64url') })).toBe('PasskeyRefusedProblem');
  expect(await finished(visitor(), key.answer({ challenge: 'AAAA' }))).toBe('PasskeyRefusedProblem');
});

test('an answer is used once, and within five minutes', async () => {
  const { key } = await withKey('once@example.org');
  key.counter = 0;
  await api.dataSource.query('update passkey set counter = 0');
  const client = visitor();
  const answer = key.answer({ challenge: await signInChallenge(client) });
  const copy = new GraphQLClient(api.url, client.cookieHeader());
  expect(await finished(client, answer)).toBe('SignInWithPasskeySuccess');
  expect(await finished(copy, answer)).toBe('PasskeyRefusedProblem');
  const late = visitor();
  const challenge = await signInChallenge(late);
  later(300);
  expect(await finished(late, key.answer({ challenge }))).toBe('PasskeyRefusedProblem');
});

test('a counter that does not go up shows a copied key, and signs nobody in', async () => {
  const { key } = await withKey('copied@example.org');
  key.counter = 10;
  const first = visitor();
  expect(await finished(first, key.answer({ challenge: await signInChallenge(first) }))).toBe(
    'SignInWithPasskeySuccess',
  );
  key.counter = 10;
  const second = visitor();
  expect(await finished(second, key.answer({ challenge: await signInChallenge(second) }))).toBe(
    'PasskeyRefusedProblem',
  );
});

test('a challenge names no account, except to a half-open sign-in, which a passkey finishes', async () => {
  const { client, key } = await withKey('second@example.org');
  const { proposeTotp } = await client.ask<{ proposeTotp: { secret: string } }>(
    'mutation ($input: ProposeTotpInput!) { proposeTotp(input: $input) { ... on ProposeTotpSuccess { secret } } }',
    { input: { password: PASSWORD } },
  );
  const code = new TOTP({ secret: Secret.fromBase32(proposeTotp.secret) }).generate({ timestamp: now.getTime() });
  await client.ask('mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename } }', {
    input: { code },
  });
  expect(await visitor().ask(START)).toMatchObject({ startPasskeySignIn: { allowed: [] } });
  const half = visitor();
  expect(await half.ask(SIGN_IN, { input: { email: 'second@example.org', password: PASSWORD } })).toEqual({
    signIn: { __typename: 'SecondFactorNeededProblem', ways: ['CODE', 'PASSKEY'] },
  });
  const { startPasskeySignIn } = await half.ask<{ startPasskeySignIn: { challenge: string } }>(START);
  expect(startPasskeySignIn).toMatchObject({ allowed: [{ id: key.id.toString('base64url') }] });
  expect(await finished(half, key.answer(startPasskeySignIn))).toBe('SignInWithPasskeySuccess');
  expect(await half.ask(VIEWER)).toEqual({ viewer: { account: { email: 'second@example.org' } } });
});

test('a passkey is removed by its owner, with the password, and then signs nobody in', async () => {
  const { client, key } = await withKey('removed@example.org');
  const { signInSecurity } = await client.ask<{ signInSecurity: { passkeys: { id: string }[] } }>(KEYS);
  const [{ id }] = signInSecurity.passkeys as [{ id: string }];
  const removal = async (by: GraphQLClient, password: string): Promise<unknown> =>
    (await by.ask<{ removePasskey: unknown }>(REMOVE, { input: { id, password } })).removePasskey;
  expect(await removal(client, 'not the password')).toEqual({ __typename: 'CredentialsRefusedProblem' });
  await removal(await signedUp('removed-other@example.org'), PASSWORD);
  expect(await client.ask(KEYS)).toMatchObject({ signInSecurity: { passkeys: [{ id }] } });
  expect(await removal(client, PASSWORD)).toEqual({ __typename: 'RemovePasskeySuccess' });
  const visit = visitor();
  expect(await finished(visit, key.answer({ challenge: await signInChallenge(visit) }))).toBe('PasskeyRefusedProblem');
  const acts = await api.dataSource.query<{ act: string }[]>(
    "select act from audit where act like 'passkey.%' and object_id = $1 order by act",
    [id],
  );
  expect(acts.map(({ act }) => act)).toEqual(['passkey.added', 'passkey.removed']);
});
