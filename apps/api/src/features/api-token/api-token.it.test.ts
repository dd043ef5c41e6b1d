import { GraphQLClient, GraphQLSocket, makeScratchDatabase } from '@holdout/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getIntrospectionQuery } from 'graphql';
import { PASSWORD, TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { rootFieldsOf } from './test-root-fields';
import { aToken, bearer, codeIn, CREATE, LIST, REVOKE, send } from './test-tokens';

const VIEWER = 'query Viewer { viewer { isGuest } }';
const ORGANIZATION = '{ organization(slug: "acme") { name viewerRoles } }';

let now = (): Date => new Date();
let open: TestApi;
/** The same data in production: browsers may send listed operations only. */
let closed: TestApi;
let local: TestApi;
let accounts: TestAccounts;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const clock = { now: () => now() };
  const here = { url: scratch.url, drop: () => Promise.resolve() };
  open = await startTestApi(scratch, { clock });
  closed = await startTestApi(here, { clock, operations: new Map(), environment: { NODE_ENV: 'production' } });
  local = await startTestApi(here, { clock, environment: { HOLDOUT_LOCAL_MODE: '1' } });
  accounts = new TestAccounts(open);
  const admin = { email: 'admin@acme.example', password: PASSWORD, displayName: 'An administrator' };
  await accounts.administration.createOrganization({ slug: 'acme', name: 'Acme' }, admin);
  await accounts.administration.createOrganization(
    { slug: 'other', name: 'Other' },
    { ...admin, email: 'admin@other.example' },
  );
  await accounts.join(admin.email, 'other', 'admin');
});
afterEach(() => {
  now = () => new Date();
});
afterAll(async () => {
  await Promise.all([closed.stop(), local.stop()]);
  await open.stop();
});

const admin = (): Promise<GraphQLClient> => accounts.signedIn('admin@acme.example');

async function aMember(role: string): Promise<{ client: GraphQLClient; email: string }> {
  const email = await accounts.make('A member');
  await accounts.join(email, 'acme', role);
  return { client: await accounts.signedIn(email), email };
}

test('a token is shown once, and only its hash is stored', async () => {
  const { token } = await aToken(await admin());
  expect(token).toMatch(/^holdout_[\w-]{43}$/);
  const rows = await open.dataSource.query<object[]>('select *, token_hash::text as hash from api_token');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('in production a token may send any operation of its organization, and introspection', async () => {
  const { token } = await aToken(await admin());
  expect(JSON.parse((await send(closed, token, ORGANIZATION)).text)).toEqual({
    data: { organization: { name: 'Acme', viewerRoles: ['ADMIN'] } },
  });
  expect((await send(closed, token, getIntrospectionQuery())).text).toContain('"queryType"');
  expect((await new GraphQLClient(closed.url).post(JSON.stringify({ query: ORGANIZATION }))).status).toBe(400);
});

test('the limits of depth and cost apply to tokens too', async () => {
  const { token } = await aToken(await admin());
  const many = Array.from(
    { length: 40 },
    (_, n) => `q${n}: questions(first: 100) { edges { node { skills { id } } } }`,
  );
  const { status, text } = await send(closed, token, `{ ${many.join(' ')} }`);
  expect([status, text]).toEqual([400, expect.stringContaining('too costly')]);
});

test.each([
  ['an unknown token', 'holdout_0123456789012345678901234567890123456789012'],
  ['something else', 'abc'],
  ['nothing', ''],
])('%s is refused with 401, whatever it asks for', async (_what, token) => {
  const { status, text, headers } = await new GraphQLClient(closed.url).post(
    JSON.stringify({ query: VIEWER }),
    bearer(token),
  );
  expect([status, codeIn(text)]).toEqual([401, 'UNAUTHENTICATED']);
  expect(headers.get('www-authenticate')).toBe('Bearer');
});

test('a request with a token and the cookie of a session is refused; in local mode the cookie is not read', async () => {
  const client = await admin();
  const { token } = await aToken(client);
  const both = await send(closed, token, ORGANIZATION, client.cookieHeader());
  expect([both.status, codeIn(both.text)]).toEqual([400, 'BAD_INPUT']);
  const { cookie = '' } = client.cookieHeader();
  const sent = await send(local, token, VIEWER, { cookie });
  expect(codeIn(sent.text)).toBe('FORBIDDEN');
});

test('the rules against other sites do not apply to tokens, because no browser adds them', async () => {
  const { token } = await aToken(await admin());
  expect((await send(closed, token, ORGANIZATION, { origin: 'https://elsewhere.example' })).status).toBe(200);
});

test('the websocket does not read tokens', async () => {
  const { token } = await aToken(await admin());
  const socket = new GraphQLSocket(open.url, bearer(token));
  const query = 'subscription { submissionChanged(id: "x") { id } }';
  expect(await socket.refusal(query)).toEqual(['UNAUTHENTICATED']);
  socket.close();
});

test('every field outside the organization, and every scope that a token lacks, is refused', async () => {
  const client = await admin();
  const tokens = new Map<string, string>();
  for (const scope of ['read', 'invite', 'build', 'publish', 'manage']) {
    tokens.set(scope, (await aToken(client, { scopes: [scope.toUpperCase()] })).token);
  }
  const wrong: string[] = [];
  const fields = rootFieldsOf(open.app.get(GraphQLSchemaHost).schema);
  for (const { name, scope, query, variables } of fields) {
    for (const [given, token] of tokens) {
      const { text } = await new GraphQLClient(open.url).post(JSON.stringify({ query, variables }), bearer(token));
      const isRefused = text.includes('"FORBIDDEN"');
      if (isRefused !== (scope !== given)) wrong.push(`${name} with ${given}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a token does not reach another organization of its member', async () => {
  const { token } = await aToken(await admin());
  const { text } = await send(open, token, '{ organization(slug: "other") { name } }');
  expect(codeIn(text)).toBe('NOT_FOUND');
});

test('a token has the roles that its member has now, and ends with the membership', async () => {
  const { client, email } = await aMember('manager');
  const { token } = await aToken(client);
  const member = '(select account_id from account_profile where email = $1)';
  await open.dataSource.query(`update member set role = 'recruiter' where account_id = ${member}`, [email]);
  expect((await send(open, token, ORGANIZATION)).text).toContain('["RECRUITER"]');
  await open.dataSource.query(`delete from member where account_id = ${member}`, [email]);
  expect((await send(open, token, ORGANIZATION)).status).toBe(401);
});

test('an expired token is refused, a revoked one at once', async () => {
  const client = await admin();
  const short = await aToken(client, { days: 1 });
  now = () => new Date(Date.now() + 86_400_000);
  expect((await send(open, short.token, ORGANIZATION)).status).toBe(401);
  const listed = (await client.ask<{ apiTokens: object[] }>(LIST)).apiTokens;
  expect(listed).toContainEqual(expect.objectContaining({ id: short.id, isExpired: true }));
  now = () => new Date();
  const { token, id } = await aToken(client);
  expect((await send(open, token, ORGANIZATION)).status).toBe(200);
  await client.ask(REVOKE, { input: { slug: 'acme', id } });
  expect((await send(open, token, ORGANIZATION)).status).toBe(401);
});

test('the last use is stored to the minute', async () => {
  const client = await admin();
  const { token, id } = await aToken(client);
  const used = async (): Promise<unknown> =>
    (await client.ask<{ apiTokens: { id: string; lastUsedAt: string | null }[] }>(LIST)).apiTokens.find(
      (each) => each.id === id,
    )?.lastUsedAt;
  expect(await used()).toBeNull();
  const first = new Date();
  now = () => first;
  await send(open, token, ORGANIZATION);
  now = () => new Date(first.getTime() + 59_000);
  await send(open, token, ORGANIZATION);
  expect(await used()).toBe(first.toISOString());
  now = () => new Date(first.getTime() + 61_000);
  await send(open, token, ORGANIZATION);
  expect(await used()).toBe(now().toISOString());
});

test('managers see and revoke their own tokens, administrators all', async () => {
  const boss = await admin();
  const { client } = await aMember('manager');
  const theirs = await aToken(client, { name: 'Of the manager' });
  const own = await aToken(boss);
  const listed = (await client.ask<{ apiTokens: { id: string }[] }>(LIST)).apiTokens.map(({ id }) => id);
  expect(listed).toEqual([theirs.id]);
  await client.ask(REVOKE, { input: { slug: 'acme', id: own.id } });
  expect((await send(open, own.token, ORGANIZATION)).status).toBe(200);
  expect(JSON.stringify(await boss.ask(LIST))).toContain(theirs.id);
  await boss.ask(REVOKE, { input: { slug: 'acme', id: theirs.id } });
  expect((await send(open, theirs.token, ORGANIZATION)).status).toBe(401);
});

test.each([
  [{ name: ' ' }, 'name', 'MISSING', null],
  [{ name: 'x'.repeat(81) }, 'name', 'TOO_LONG', 80],
  [{ name: 'a\u202eb' }, 'name', 'MALFORMED', null],
  [{ scopes: [] }, 'scopes', 'MISSING', null],
  [{ days: 0 }, 'days', 'TOO_SMALL', 1],
  [{ days: 366 }, 'days', 'TOO_LARGE', 365],
])('making a token with %j says what is wrong', async (more, field, code, limit) => {
  const input = { slug: 'acme', name: 'A script', scopes: ['READ'], ...more };
  const { createApiToken } = await (await admin()).ask<{ createApiToken: unknown }>(CREATE, { input });
  expect(createApiToken).toEqual({ __typename: 'InvalidInputProblem', issues: [{ field, code, limit }] });
});

test('a member has 20 live tokens at most', async () => {
  const { client } = await aMember('manager');
  for (let made = 0; made < 20; made += 1) await aToken(client);
  const { createApiToken } = await client.ask<{ createApiToken: unknown }>(CREATE, {
    input: { slug: 'acme', name: 'One more', scopes: ['READ'] },
  });
  expect(createApiToken).toEqual({ __typename: 'TooManyTokensProblem', limit: 20 });
});

test('a token that is used too often waits', async () => {
  const { token, id } = await aToken(await admin());
  const fixed = new Date();
  now = () => fixed;
  const start = new Date(fixed.getTime() - (fixed.getTime() % 60_000));
  await open.dataSource.query('insert into rate_window values ($1, $2, 600)', [`token:${id}:60`, start]);
  const response = await new GraphQLClient(open.url).post(JSON.stringify({ query: ORGANIZATION }), bearer(token));
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('making and revoking are in the audit trail, and no log line has a token', async () => {
  const client = await admin();
  const { token, id } = await aToken(client);
  await send(open, token, ORGANIZATION);
  await client.ask(REVOKE, { input: { slug: 'acme', id } });
  const acts = await open.dataSource.query('select act from audit where object_id = $1 order by at', [id]);
  expect(acts).toEqual([{ act: 'token.created' }, { act: 'token.revoked' }]);
  expect([...open.logged, ...closed.logged, ...local.logged].join('')).not.toMatch(/holdout_[\w-]{43}/);
});
