import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { PASSWORD, TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { catchMail, SENDS_MAIL } from '../../test-mail';

const CHANGE = `mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename
  ... on ChangeEmailSuccess { email } ... on InvalidInputProblem { issues { field code } } } }`;
const PROVE = 'mutation { proveEmail(input: {}) { __typename ... on ProveEmailSuccess { email } } }';
const CONFIRM = `mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename
  ... on MailedLinkUnusableProblem { reason } ... on ConfirmEmailSuccess { viewer { account { email isProven } } } } }`;
const NAME = `mutation ($input: ChangeNameInput!) { changeName(input: $input) { __typename
  ... on InvalidInputProblem { issues { field code } } ... on ChangeNameSuccess { viewer { account { displayName } } } } }`;

let api: TestApi;
let mail: ReturnType<typeof catchMail>;
let accounts: TestAccounts;

beforeAll(async () => {
  const environment = { ...SENDS_MAIL, PUBLIC_URL: 'http://127.0.0.1:3000' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
  mail = catchMail(api);
  accounts = new TestAccounts(api);
});
beforeEach(() => api.dataSource.query('delete from rate_window'));
afterAll(() => api.stop());

async function aPerson(more: { readonly isProven?: boolean } = {}): Promise<{ email: string; client: GraphQLClient }> {
  const email = await accounts.make();
  if (more.isProven === false)
    await api.dataSource.query('update account_profile set proven_at = null where email = $1', [email]);
  return { email, client: await accounts.signedIn(email) };
}

const change = (client: GraphQLClient, email: string, password = PASSWORD): Promise<unknown> =>
  client.ask(CHANGE, { input: { email, password } });

async function mailedToken(): Promise<string> {
  const sent = (await mail.sent()).find(({ kind }) => kind === 'verifyAddress');
  return /\/email\/([\w-]+)/.exec(sent?.text ?? '')?.[1] ?? 'none';
}

const confirm = async (client: GraphQLClient, token: string): Promise<unknown> =>
  (await client.ask<{ confirmEmail: object }>(CONFIRM, { input: { token } })).confirmEmail;

test('a new address counts once its mailbox is proven, and the former one is told', async () => {
  const { client, email } = await aPerson();
  expect(await change(client, 'New.Address@Example.org')).toEqual({
    changeEmail: { __typename: 'ChangeEmailSuccess', email: 'new.address@example.org' },
  });
  expect(await client.ask('{ viewer { account { email } } }')).toEqual({ viewer: { account: { email } } });
  const token = await mailedToken();
  expect(await confirm(client, token)).toMatchObject({ viewer: { account: { email: 'new.address@example.org' } } });
  const told = await mail.sent();
  expect(told).toMatchObject([{ to: email, kind: 'addressChanged' }]);
  expect(told[0]?.text).toContain('n•••@example.org');
  expect(told[0]?.text).not.toContain('new.address');
  expect(await confirm(client, token)).toMatchObject({ reason: 'USED' });
});

test('the change needs the password, and the link the account that asked', async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  expect(await change(one.client, 'else@example.org', 'not the password')).toEqual({
    changeEmail: { __typename: 'CredentialsRefusedProblem' },
  });
  await change(one.client, 'else@example.org');
  const token = await mailedToken();
  expect(await confirm(two.client, token)).toMatchObject({ reason: 'OTHER_ACCOUNT' });
  expect(await new GraphQLClient(api.url).refusal(CONFIRM, { input: { token } })).toEqual(['UNAUTHENTICATED']);
});

test('the address of another account: the same response, a mail that says so, and no change', async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  expect(await change(one.client, two.email)).toEqual({
    changeEmail: { __typename: 'ChangeEmailSuccess', email: two.email },
  });
  expect(await mail.sent()).toMatchObject([{ to: two.email, subject: 'This address already has an account' }]);
});

test('an address that another account proves in the meantime stays with that account', async () => {
  const [one, two] = [await aPerson(), await aPerson()];
  await change(one.client, 'meantime@example.org');
  const first = await mailedToken();
  await change(two.client, 'meantime@example.org');
  await confirm(two.client, await mailedToken());
  await mail.sent();
  expect(await confirm(one.client, first)).toMatchObject({ reason: 'ADDRESS_TAKEN' });
});

test('an account without a proven address proves it, or takes the unproven one of another', async () => {
  const { client, email } = await aPerson({ isProven: false });
  expect(await client.ask(PROVE)).toEqual({ proveEmail: { __typename: 'ProveEmailSuccess', email } });
  expect(await confirm(client, await mailedToken())).toMatchObject({ viewer: { account: { email, isProven: true } } });
  const squatter = await aPerson({ isProven: false });
  await change(client, squatter.email);
  expect(await confirm(client, await mailedToken())).toMatchObject({ viewer: { account: { email: squatter.email } } });
});

test.each([
  ['Ada Example', { __typename: 'ChangeNameSuccess', viewer: { account: { displayName: 'Ada Example' } } }],
  [' ', { __typename: 'InvalidInputProblem', issues: [{ field: 'displayName', code: 'MISSING' }] }],
  ['a\u202eb', { __typename: 'InvalidInputProblem', issues: [{ field: 'displayName', code: 'MALFORMED' }] }],
])('changing the name to %j', async (displayName, outcome) => {
  const { client } = await aPerson();
  expect(await client.ask(NAME, { input: { displayName } })).toEqual({ changeName: outcome });
});
