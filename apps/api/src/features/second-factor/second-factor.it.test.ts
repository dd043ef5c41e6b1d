import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Secret, TOTP } from 'otpauth';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const PASSWORD = 'the tide turns at nine';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SecondFactorNeededProblem { ways } } }`;
const COMPLETE =
  'mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { __typename ... on CompleteSignInSuccess { viewer { account { email } } } } }';
const PROPOSE =
  'mutation ($input: ProposeTotpInput!) { proposeTotp(input: $input) { __typename ... on ProposeTotpSuccess { secret address } } }';
const SECURITY = 'signInSecurity { hasPassword totpSince recoveryCodesLeft passkeys { id } }';
const CONFIRM = `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename ... on ConfirmTotpSuccess { recoveryCodes ${SECURITY} } } }`;
const MAKE_CODES = `mutation ($input: SecondFactorProofInput!) { makeRecoveryCodes(input: $input) { __typename ... on MakeRecoveryCodesSuccess { recoveryCodes } } }`;
const TURN_OFF = `mutation ($input: SecondFactorProofInput!) { turnOffTotp(input: $input) { __typename ... on TurnOffTotpSuccess { ${SECURITY} } } }`;
const VIEWER = '{ viewer { account { email } } }';
const NOBODY = { viewer: { account: null } };

let now = new Date('2026-01-01T12:00:00Z');
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now } });
});
afterAll(() => api.stop());
// Codes and guesses of the test before belong to an earlier time.
afterEach(() => later(1800));

const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
const visitor = (): GraphQLClient => new GraphQLClient(api.url);
const codeNow = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

async function signedUp(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_UP, { input: { email, password: PASSWORD, displayName: 'A person' } });
  return client;
}

type Confirmed = { readonly confirmTotp: { readonly recoveryCodes: readonly string[] } };

/** An account with an authenticator app; the step of its first code is over. */
async function withApp(email: string) {
  const client = await signedUp(email);
  const { proposeTotp } = await client.ask<{ proposeTotp: { secret: string } }>(PROPOSE, {
    input: { password: PASSWORD },
  });
  const { secret } = proposeTotp;
  const { confirmTotp } = await client.ask<Confirmed>(CONFIRM, { input: { code: codeNow(secret) } });
  later(30);
  return { client, secret, recoveryCodes: confirmTotp.recoveryCodes };
}

async function halfOpen(email: string): Promise<GraphQLClient> {
  const client = visitor();
  await client.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  return client;
}

const complete = async (client: GraphQLClient, code: string): Promise<string> =>
  (await client.ask<{ completeSignIn: { __typename: string } }>(COMPLETE, { input: { code } })).completeSignIn
    .__typename;

test('an app is set up with the password and its first code, and gives ten recovery codes once', async () => {
  const client = await signedUp('set-up@example.org');
  expect(await client.ask(PROPOSE, { input: { password: 'not the password' } })).toMatchObject({
    proposeTotp: { __typename: 'CredentialsRefusedProblem' },
  });
  const { proposeTotp } = await client.ask<{ proposeTotp: { secret: string; address: string } }>(PROPOSE, {
    input: { password: PASSWORD },
  });
  expect(proposeTotp.address).toMatch(/^otpauth:\/\/totp\/Holdout:set-up(@|%40)example\.org\?/);
  expect(await client.ask(`{ ${SECURITY} }`)).toMatchObject({ signInSecurity: { totpSince: null } });
  expect(await client.ask(CONFIRM, { input: { code: '000000' } })).toEqual({
    confirmTotp: { __typename: 'CodeRefusedProblem' },
  });
  const { confirmTotp } = await client.ask<Confirmed>(CONFIRM, { input: { code: codeNow(proposeTotp.secret) } });
  expect(confirmTotp).toMatchObject({
    signInSecurity: { hasPassword: true, totpSince: now.toISOString(), recoveryCodesLeft: 10, passkeys: [] },
  });
  expect(new Set(confirmTotp.recoveryCodes).size).toBe(10);
  expect(await client.ask(PROPOSE, { input: { password: PASSWORD } })).toEqual({
    proposeTotp: { __typename: 'TotpAlreadyOnProblem' },
  });
});

test('until the first code is right, signing in asks for no second step', async () => {
  const client = await signedUp('proposed@example.org');
  await client.ask(PROPOSE, { input: { password: PASSWORD } });
  expect(await visitor().ask(SIGN_IN, { input: { email: 'proposed@example.org', password: PASSWORD } })).toEqual({
    signIn: { __typename: 'SignInSuccess' },
  });
});

test('turning the app on ends the other sessions', async () => {
  await signedUp('others@example.org');
  const other = await halfOpen('others@example.org');
  const client = await halfOpen('others@example.org');
  const { proposeTotp } = await client.ask<{ proposeTotp: { secret: string } }>(PROPOSE, {
    input: { password: PASSWORD },
  });
  await client.ask(CONFIRM, { input: { code: codeNow(proposeTotp.secret) } });
  expect(await other.ask(VIEWER)).toEqual(NOBODY);
  expect(await client.ask(VIEWER)).toEqual({ viewer: { account: { email: 'others@example.org' } } });
});

test.each([
  ['signing in', SIGN_IN, { email: 'second@example.org', password: PASSWORD }, 'signIn'],
  ['signing up again', SIGN_UP, { email: 'again@example.org', password: PASSWORD, displayName: 'A' }, 'signUp'],
])('%s asks for a code before there is a session', async (_what, mutation, input, field) => {
  const { secret } = await withApp(input.email);
  const client = visitor();
  expect(await client.ask(mutation, { input })).toMatchObject({ [field]: { __typename: 'SecondFactorNeededProblem' } });
  expect(client.lastSetCookies).toHaveLength(1);
  expect(client.lastSetCookies[0]).toMatch(
    /^holdout-second-step=[\w-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
  );
  expect(await client.ask(VIEWER)).toEqual(NOBODY);
  expect(await complete(client, '000000')).toBe('CodeRefusedProblem');
  expect(await complete(client, codeNow(secret))).toBe('CompleteSignInSuccess');
  expect(await client.ask(VIEWER)).toEqual({ viewer: { account: { email: input.email } } });
});

test('a wrong password gets the same response with and without an app', async () => {
  await withApp('wrong@example.org');
  const input = { email: 'wrong@example.org', password: 'not the password' };
  expect(await visitor().ask(SIGN_IN, { input })).toEqual({ signIn: { __typename: 'CredentialsRefusedProblem' } });
});

test('a code is used once, of two concurrent sign-ins too', async () => {
  const { secret } = await withApp('once@example.org');
  const clients = [await halfOpen('once@example.org'), await halfOpen('once@example.org')];
  const code = codeNow(secret);
  const outcomes = await Promise.all(clients.map((client) => complete(client, code)));
  expect(outcomes.sort()).toEqual(['CodeRefusedProblem', 'CompleteSignInSuccess']);
  later(30);
  const open = await halfOpen('once@example.org');
  expect(await complete(open, code)).toBe('CodeRefusedProblem');
  expect(await complete(open, codeNow(secret))).toBe('CompleteSignInSuccess');
});

test('a recovery code is used once, and only by its account', async () => {
  const { recoveryCodes, client } = await withApp('recovery@example.org');
  await withApp('neighbour@example.org');
  const [code = ''] = recoveryCodes;
  expect(await complete(await halfOpen('neighbour@example.org'), code)).toBe('CodeRefusedProblem');
  expect(await complete(await halfOpen('recovery@example.org'), code.toUpperCase())).toBe('CompleteSignInSuccess');
  expect(await complete(await halfOpen('recovery@example.org'), code)).toBe('CodeRefusedProblem');
  expect(await client.ask(`{ ${SECURITY} }`)).toMatchObject({ signInSecurity: { recoveryCodesLeft: 9 } });
});

test('new recovery codes replace the old ones', async () => {
  const { client, secret, recoveryCodes } = await withApp('renewed@example.org');
  const proof = { password: PASSWORD, code: codeNow(secret) };
  expect(await client.ask(MAKE_CODES, { input: { ...proof, password: 'not the password' } })).toEqual({
    makeRecoveryCodes: { __typename: 'CredentialsRefusedProblem' },
  });
  const { makeRecoveryCodes } = await client.ask<{ makeRecoveryCodes: { recoveryCodes: string[] } }>(MAKE_CODES, {
    input: proof,
  });
  expect(await complete(await halfOpen('renewed@example.org'), recoveryCodes[1] ?? '')).toBe('CodeRefusedProblem');
  expect(await complete(await halfOpen('renewed@example.org'), makeRecoveryCodes.recoveryCodes[1] ?? '')).toBe(
    'CompleteSignInSuccess',
  );
});

test('turning the app off needs the password and a code, and deletes the recovery codes', async () => {
  const { client, secret } = await withApp('off@example.org');
  const outcome = async (input: object): Promise<unknown> =>
    (await client.ask<{ turnOffTotp: unknown }>(TURN_OFF, { input })).turnOffTotp;
  expect(await outcome({ password: 'not the password', code: codeNow(secret) })).toEqual({
    __typename: 'CredentialsRefusedProblem',
  });
  expect(await outcome({ password: PASSWORD, code: '000000' })).toEqual({ __typename: 'CodeRefusedProblem' });
  expect(await outcome({ password: PASSWORD, code: codeNow(secret) })).toMatchObject({
    signInSecurity: { totpSince: null, recoveryCodesLeft: 0 },
  });
  expect(await visitor().ask(SIGN_IN, { input: { email: 'off@example.org', password: PASSWORD } })).toMatchObject({
    signIn: { __typename: 'SignInSuccess' },
  });
});

test('a half-open sign-in ends after ten minutes, with its use, and with another password', async () => {
  const { secret } = await withApp('half@example.org');
  const late = await halfOpen('half@example.org');
  later(600);
  expect(await complete(late, codeNow(secret))).toBe('SignInExpiredProblem');
  const twice = await halfOpen('half@example.org');
  const copy = new GraphQLClient(api.url, twice.cookieHeader());
  expect(await complete(twice, codeNow(secret))).toBe('CompleteSignInSuccess');
  later(30);
  expect(await complete(copy, codeNow(secret))).toBe('SignInExpiredProblem');
  const changed = await halfOpen('half@example.org');
  await api.dataSource.query(
    "update account_password set hash = hash || 'x' where account_id = (select account_id from account_profile where email = 'half@example.org')",
  );
  expect(await complete(changed, codeNow(secret))).toBe('SignInExpiredProblem');
  expect(await complete(visitor(), codeNow(secret))).toBe('SignInExpiredProblem');
});

test('guesses at a code are slowed down', async () => {
  await withApp('guessed@example.org');
  const client = await halfOpen('guessed@example.org');
  const guesses = Array.from({ length: 13 }, (_, n) => client.refusal(COMPLETE, { input: { code: `00000${n % 10}` } }));
  expect((await Promise.all(guesses)).flat()).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});

test('neither secret nor code is stored readably, and every change is in the audit trail', async () => {
  const { secret, recoveryCodes } = await withApp('stored@example.org');
  const [account] = await api.dataSource.query<{ id: string }[]>(
    "select account_id as id from account_profile where email = 'stored@example.org'",
  );
  const rows = await api.dataSource.query<object[]>(
    `select encode(secret, 'escape') as text from account_totp
     union all select encode(code_hash, 'escape') from recovery_code`,
  );
  const stored = JSON.stringify(rows);
  for (const text of [secret, ...recoveryCodes]) expect(stored).not.toContain(text);
  expect(api.logged.join('')).not.toContain(secret);
  const acts = await api.dataSource.query<{ act: string }[]>(
    'select act from audit where actor_account_id = $1 and organization_id is null order by at, id',
    [account?.id],
  );
  expect(acts.map(({ act }) => act)).toEqual(['totp.set-up']);
});

test('deleting an account deletes its second factor', async () => {
  const { client } = await withApp('erased@example.org');
  const count = async (): Promise<unknown> =>
    api.dataSource.query(
      'select (select count(*)::int from account_totp) as apps, (select count(*)::int from recovery_code) as codes',
    );
  const [before] = (await count()) as [{ apps: number; codes: number }];
  await client.ask('mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }', {
    input: { password: PASSWORD },
  });
  expect(await count()).toEqual([{ apps: before.apps - 1, codes: before.codes - 10 }]);
});
