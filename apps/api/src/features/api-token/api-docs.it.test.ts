import { readFileSync } from 'node:fs';
import { systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const PASSWORD = 'the tide turns at nine';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const CREATE = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) {
  ... on CreateApiTokenSuccess { token } } }`;

const PAGE = readFileSync('docs/api.md', 'utf8');
/** Each call of the page with the variables that follow it. */
const CALLS = [...PAGE.matchAll(/```graphql\n(.*?)```\n\nVariables: `(.*?)`/gs)].map(
  ([, query = '', variables = '']) => ({
    name: /^\w+ (\w+)/.exec(query)?.[1] ?? '',
    query,
    variables: JSON.parse(variables) as object,
  }),
);

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), {
    environment: { NODE_ENV: 'production' },
    operations: new Map(),
  });
  const site = await startTestApi({
    url: String((api.dataSource.options as { url?: string }).url),
    drop: async () => undefined,
  });
  const admin = { email: 'admin@acme.example', password: PASSWORD, displayName: 'An administrator' };
  await new Administration(api.db, systemClock).createOrganization({ slug: 'acme', name: 'Acme' }, admin);
  const client = new GraphQLClient(site.url);
  await client.ask(SIGN_IN, { input: { email: admin.email, password: PASSWORD } });
  const input = { slug: 'acme', name: 'A script', scopes: ['READ', 'MANAGE'] };
  token = (await client.ask<{ createApiToken: { token: string } }>(CREATE, { input })).createApiToken.token;
  await site.stop();
});
afterAll(() => api.stop());

test('docs/api.md has three calls', () => {
  expect(CALLS.map(({ name }) => name)).toEqual(['InviteMembers', 'Assessments', 'Audit']);
});

test.each(CALLS)('the call $name of docs/api.md works with a token', async ({ query, variables }) => {
  const { text } = await new GraphQLClient(api.url).post(JSON.stringify({ query, variables }), {
    authorization: `Bearer ${token}`,
  });
  expect(text).not.toContain('"errors"');
  expect(text).not.toContain('Problem');
  expect(text).toMatch(/"invitations":\[{"id"|"edges":\[/);
});
