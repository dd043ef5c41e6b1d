import { systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase, Practiser } from '@holdout/testing';
import { Administration } from '../../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../../test-api';
import { catchMail, SENDS_MAIL, type TestMail } from '../../../test-mail';
import { hashPassword, passwordFits } from '../password';

jest.mock('../password', () => {
  const real = jest.requireActual<{ hashPassword: typeof hashPassword; passwordFits: typeof passwordFits }>(
    '../password',
  );
  return { hashPassword: jest.fn(real.hashPassword), passwordFits: jest.fn(real.passwordFits) };
});

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
  ... on SignUpMailSuccess { email } ... on SignUpSuccess { viewer { account { email isProven } } } } }`;
const CONFIRM = `mutation ($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) { __typename
  ... on Problem { code } ... on MailedLinkUnusableProblem { reason }
  ... on ConfirmSignUpSuccess { viewer { isGuest account { email displayName isProven } } } } }`;
const VIEWER = '{ viewer { isGuest account { email } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const HOUR_MS = 3_600_000;

let now = (): Date => new Date();
let api: TestApi;
let mail: ReturnType<typeof catchMail>;
let administration: Administration;

beforeAll(async () => {
  const environment = { ...SENDS_MAIL, PUBLIC_URL: 'http://127.0.0.1:3000', HOLDOUT_BANKS: 'bank' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now() } });
  mail = catchMail(api);
  administration = new Administration(api.db, systemClock);
});
beforeEach(() => api.dataSource.query('delete from rate_window'));
afterEach(() => {
  now = () => new Date();
});
afterAll(() => api.stop());

const PASSWORD = 'the tide turns at nine';
const person = (email: string) => ({ email, password: PASSWORD, displayName: 'A person' });
const visitor = (): GraphQLClient => new GraphQLClient(api.url);

const signUp = (email: string, client = visitor(), more = {}) =>
  client.ask<{ signUp: object }>(SIGN_UP, { input: { ...person(email), ...more } });

const tokenIn = (sent: TestMail | undefined): string => /\/confirm\/([\w-]+)/.exec(sent?.text ?? '')?.[1] ?? 'none';

/** Signs up, and gives the token of the mail. */
async function mailed(email: string, client = visitor(), more = {}): Promise<string> {
  await signUp(email, client, more);
  return tokenIn((await mail.sent()).at(-1));
}

const confirm = async (token: string, client = visitor(), password = PASSWORD): Promise<unknown> =>
  (await client.ask<{ confirmSignUp: object }>(CONFIRM, { input: { token, password } })).confirmSignUp;

const accountsWith = (email: string) =>
  api.dataSource.query<object[]>('select from account_profile where email = $1', [email]);

test('signing up sends a link and makes no account; the link makes one with a proven address', async () => {
  const client = visitor();
  expect(await signUp(' New@Example.org ', client)).toEqual({
    signUp: { __typename: 'SignUpMailSuccess', email: 'new@example.org' },
  });
  expect(await accountsWith('new@example.org')).toHaveLength(0);
  const [sent, ...more] = await mail.sent();
  expect([sent?.to, sent?.kind, more]).toEqual(['new@example.org', 'verifyAddress', []]);
  expect(await confirm(tokenIn(sent), client)).toMatchObject({
    viewer: { isGuest: false, account: { email: 'new@example.org', displayName: 'A person', isProven: true } },
  });
  expect(await client.ask(VIEWER)).toMatchObject({ viewer: { account: { email: 'new@example.org' } } });
});

test('the link works once, for a day, and asks for the password of the sign-up', async () => {
  const token = await mailed('once@example.org');
  expect(await confirm(token, visitor(), 'another password')).toMatchObject({ code: 'CREDENTIALS_REFUSED' });
  expect(await confirm(token)).toMatchObject({ __typename: 'ConfirmSignUpSuccess' });
  expect(await confirm(token)).toMatchObject({ reason: 'USED' });
  expect(await confirm('unknown')).toMatchObject({ reason: 'UNKNOWN' });
  const late = await mailed('late@example.org');
  now = () => new Date(Date.now() + 24 * HOUR_MS);
  expect(await confirm(late)).toMatchObject({ reason: 'EXPIRED' });
});

test('guesses at the password of a link are slowed down', async () => {
  const token = await mailed('guessed@example.org');
  const codes = [];
  for (let guess = 0; guess < 12; guess += 1) {
    codes.push(...(await visitor().refusal(CONFIRM, { input: { token, password: `guess ${guess}` } })));
  }
  expect(codes).toEqual(['RATE_LIMITED']);
});

describe('an address that has an account', () => {
  beforeAll(() => administration.createAccount(person('known@example.org')));

  test('gets the same response, and a mail that says so', async () => {
    const known = await signUp('known@example.org', visitor(), { password: 'some other password' });
    const sent = await mail.sent();
    const unknown = await signUp('unknown@example.org', visitor(), { password: 'some other password' });
    expect(known).toEqual({ signUp: { __typename: 'SignUpMailSuccess', email: 'known@example.org' } });
    expect(unknown).toEqual({ signUp: { __typename: 'SignUpMailSuccess', email: 'unknown@example.org' } });
    expect(sent).toMatchObject([{ to: 'known@example.org', subject: 'You already have an account' }]);
    expect(sent[0]?.text).not.toContain('/confirm/');
    await mail.sent();
  });

  test('costs the same work: the same statements and one hash', async () => {
    const workFor = async (email: string) => {
      jest.clearAllMocks();
      const { statements } = await api.countStatements(() => signUp(email));
      return { statements, hashes: jest.mocked(hashPassword).mock.calls.length };
    };
    const known = await workFor('known@example.org');
    expect(await workFor('nobody@example.org')).toEqual(known);
    expect(known.hashes).toBe(1);
    expect(jest.mocked(passwordFits)).not.toHaveBeenCalled();
    await mail.sent();
  });

  test('keeps its password, whoever signs up with it', async () => {
    await signUp('known@example.org', visitor(), { password: 'the password of a stranger' });
    await mail.sent();
    const input = { email: 'known@example.org', password: PASSWORD };
    expect(await visitor().ask(SIGN_IN, { input })).toMatchObject({ signIn: { __typename: 'SignInSuccess' } });
  });
});

test('the first of two sign-ups that is confirmed gets the address; a stranger cannot squat on it', async () => {
  const stranger = await mailed('wanted@example.org', visitor(), { password: 'the password of a stranger' });
  const owner = await mailed('wanted@example.org');
  expect(await confirm(owner)).toMatchObject({ __typename: 'ConfirmSignUpSuccess' });
  expect(await confirm(stranger, visitor(), 'the password of a stranger')).toMatchObject({ reason: 'USED' });
});

test('an account of a time without mail gives up its unproven address, and keeps its work and sessions', async () => {
  await api.dataSource.query("delete from account_profile where email = 'squatted@example.org'");
  await administration.createAccount(person('squatted@example.org'));
  await api.dataSource.query("update account_profile set proven_at = null where email = 'squatted@example.org'");
  const squatter = visitor();
  await squatter.ask(SIGN_IN, { input: { email: 'squatted@example.org', password: PASSWORD } });
  const token = await mailed('squatted@example.org', visitor(), { password: 'the password of the owner' });
  await confirm(token, visitor(), 'the password of the owner');
  expect(await squatter.ask(VIEWER)).toMatchObject({
    viewer: { account: { email: expect.stringContaining('@address-given-up.invalid') as string } },
  });
});

test('a guest keeps what they practised, also if the link is opened in another browser', async () => {
  const here = new Practiser(api.url);
  const { id } = await here.startPractice('choice.rare-event-accuracy');
  const token = await mailed('guest@example.org', here);
  const phone = visitor();
  await confirm(token, phone);
  expect(await phone.ask('query ($id: ID!) { attempt(id: $id) { id } }', { id })).toEqual({ attempt: { id } });
  expect(await here.ask(VIEWER)).toMatchObject({ viewer: { isGuest: false, account: null } });
});

test('what was practised between sign-up and link is kept too', async () => {
  const here = new Practiser(api.url);
  const token = await mailed('between@example.org', here);
  const { id } = await here.startPractice('choice.rare-event-accuracy');
  await confirm(token, here);
  expect(await here.ask('query ($id: ID!) { attempt(id: $id) { id } }', { id })).toEqual({ attempt: { id } });
});

test('an erased guest takes the link with them', async () => {
  const here = new Practiser(api.url);
  await here.startPractice('choice.rare-event-accuracy');
  const token = await mailed('leaving@example.org', here);
  await here.ask('mutation { deleteMyData(input: { password: "" }) { __typename } }');
  expect(await confirm(token)).toMatchObject({ reason: 'UNKNOWN' });
});

test('one mailbox gets five sign-up mails an hour, from wherever they are asked for', async () => {
  for (let sent = 0; sent < 5; sent += 1) await signUp('flooded@example.org');
  expect(await visitor().refusal(SIGN_UP, { input: person('flooded@example.org') })).toEqual(['RATE_LIMITED']);
  await mail.sent();
});

test('neither tables, jobs nor log lines have a token or a password', async () => {
  const token = await mailed('hidden@example.org');
  const rows = await api.dataSource.query<object[]>(
    'select l::text from account_link l union all select m::text from mail m union all select j::text from jobs._private_jobs j',
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  expect(api.logged.join('')).not.toContain(token);
  expect(api.logged.join('')).not.toContain(PASSWORD);
});
