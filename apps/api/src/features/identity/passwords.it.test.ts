import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { PASSWORD as OLD, TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { catchMail, SENDS_MAIL } from '../../test-mail';

const REQUEST = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename
  ... on RequestPasswordResetSuccess { email } ... on InvalidInputProblem { issues { field code } } } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename
  ... on MailedLinkUnusableProblem { reason } ... on InvalidInputProblem { issues { field code } }
  ... on ResetPasswordSuccess { viewer { account { id } } } } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename
  ... on InvalidInputProblem { issues { field code } } } }`;
const VIEWER = '{ viewer { account { email isProven } } }';
const NEW = 'seven grey herons wait';

let now = (): Date => new Date();
let api: TestApi;
let mail: ReturnType<typeof catchMail>;
let accounts: TestAccounts;

beforeAll(async () => {
  const environment = { ...SENDS_MAIL, PUBLIC_URL: 'http://127.0.0.1:3000' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now() } });
  mail = catchMail(api);
  accounts = new TestAccounts(api);
});
beforeEach(() => api.dataSource.query('delete from rate_window'));
afterEach(() => {
  now = () => new Date();
});
afterAll(() => api.stop());

const aPerson = (): Promise<string> => accounts.make();
const signedIn = (email: string, password = OLD) => accounts.signedIn(email, { password });

const visitor = (): GraphQLClient => new GraphQLClient(api.url);
const isSignedIn = async (client: GraphQLClient): Promise<boolean> =>
  (await client.ask<{ viewer: { account: object | null } }>(VIEWER)).viewer.account !== null;
const canSignIn = async (email: string, password: string): Promise<boolean> =>
  isSignedIn(await signedIn(email, password));

const request = (email: string): Promise<unknown> => visitor().ask(REQUEST, { input: { email } });

async function mailedToken(email: string): Promise<string> {
  await request(email);
  const sent = (await mail.sent()).find(({ kind }) => kind === 'passwordReset');
  return /\/reset\/([\w-]+)/.exec(sent?.text ?? '')?.[1] ?? 'none';
}

const reset = async (token: string, password = NEW): Promise<unknown> =>
  (await visitor().ask<{ resetPassword: object }>(RESET, { input: { token, password } })).resetPassword;

test('a link sets a new password, ends every session, signs nobody in, and tells the owner', async () => {
  const email = await aPerson();
  const before = await signedIn(email);
  const token = await mailedToken(email);
  expect(await reset(token)).toEqual({ __typename: 'ResetPasswordSuccess', viewer: { account: null } });
  expect(await isSignedIn(before)).toBe(false);
  expect([await canSignIn(email, OLD), await canSignIn(email, NEW)]).toEqual([false, true]);
  expect(await mail.sent()).toMatchObject([{ to: email, kind: 'passwordChanged' }]);
});

test('the link works once and for one hour; a used one ends the others', async () => {
  const email = await aPerson();
  const [first, second] = [await mailedToken(email), await mailedToken(email)];
  expect(await reset(second)).toMatchObject({ __typename: 'ResetPasswordSuccess' });
  expect([await reset(second), await reset(first)]).toMatchObject([{ reason: 'USED' }, { reason: 'USED' }]);
  const late = await mailedToken(email);
  now = () => new Date(Date.now() + 3_600_000);
  expect(await reset(late)).toMatchObject({ reason: 'EXPIRED' });
  expect(await reset('unknown')).toMatchObject({ reason: 'UNKNOWN' });
});

test('two concurrent uses of one link set one password', async () => {
  const token = await mailedToken(await aPerson());
  const outcomes = await Promise.all([reset(token), reset(token, 'another long password')]);
  const kinds = outcomes.map((outcome) => (outcome as { __typename: string }).__typename).sort();
  expect(kinds).toEqual(['MailedLinkUnusableProblem', 'ResetPasswordSuccess']);
  await mail.sent();
});

test('a password that is too easy does not use up the link', async () => {
  const token = await mailedToken(await aPerson());
  expect(await reset(token, 'Password123')).toMatchObject({ issues: [{ field: 'password', code: 'TOO_COMMON' }] });
  expect(await reset(token)).toMatchObject({ __typename: 'ResetPasswordSuccess' });
  await mail.sent();
});

test('an unknown address gets the same response for the same work, and no mail', async () => {
  const known = await aPerson();
  const workFor = async (email: string) => api.countStatements(() => request(email));
  const [of, other] = [await workFor(known), await workFor('nobody@example.org')];
  expect(other.statements).toEqual(of.statements);
  expect([of.result, other.result]).toEqual([
    { requestPasswordReset: { __typename: 'RequestPasswordResetSuccess', email: known } },
    { requestPasswordReset: { __typename: 'RequestPasswordResetSuccess', email: 'nobody@example.org' } },
  ]);
  expect((await mail.sent()).map(({ to }) => to)).toEqual([known]);
});

test('mails are limited for each mailbox and for each block of addresses, whether or not there is an account', async () => {
  for (let sent = 0; sent < 5; sent += 1) await request('nobody@example.org');
  expect(await visitor().refusal(REQUEST, { input: { email: 'nobody@example.org' } })).toEqual(['RATE_LIMITED']);
  for (let sent = 0; sent < 24; sent += 1) await request(`nobody${sent}@example.org`);
  expect(await visitor().refusal(REQUEST, { input: { email: 'other@example.org' } })).toEqual(['RATE_LIMITED']);
});

test('a reset proves the address of an account of a time without mail', async () => {
  const email = await aPerson();
  await api.dataSource.query('update account_profile set proven_at = null where email = $1', [email]);
  await reset(await mailedToken(email));
  expect(await (await signedIn(email, NEW)).ask(VIEWER)).toEqual({ viewer: { account: { email, isProven: true } } });
  await mail.sent();
});

test('changing the password needs the present one, keeps this session and ends the others', async () => {
  const email = await aPerson();
  const [here, there] = [await signedIn(email), await signedIn(email)];
  const change = (currentPassword: string, password = NEW): Promise<object> =>
    here.ask(CHANGE, { input: { currentPassword, password } });
  expect(await change('not the password')).toMatchObject({
    changePassword: { __typename: 'CredentialsRefusedProblem' },
  });
  expect(await change(OLD, 'short')).toMatchObject({
    changePassword: { issues: [{ field: 'password', code: 'TOO_SHORT' }] },
  });
  expect(await change(OLD)).toMatchObject({ changePassword: { __typename: 'ChangePasswordSuccess' } });
  expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
  expect([await canSignIn(email, OLD), await canSignIn(email, NEW)]).toEqual([false, true]);
  expect(await mail.sent()).toMatchObject([{ to: email, kind: 'passwordChanged' }]);
});

test('without mail no reset is promised', async () => {
  const site = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  expect(await new GraphQLClient(site.url).ask(REQUEST, { input: { email: 'a@example.org' } })).toEqual({
    requestPasswordReset: { __typename: 'MailUnavailableProblem' },
  });
  await site.stop();
});
