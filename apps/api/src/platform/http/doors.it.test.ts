import { createHash } from 'node:crypto';
import { GraphQLClient, GraphQLSocket, makeScratchDatabase } from '@holdout/testing';
import { getIntrospectionQuery } from 'graphql';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex');
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

const VIEWER = 'query Viewer { viewer { isGuest } }';
const CHANGED = 'subscription Changed($id: ID!) { submissionChanged(id: $id) { id } }';
const DEEP = `subscription { submissionChanged(id: "x") { ${'verdict { '.repeat(14)} kind ${'}'.repeat(14)} } }`;
const MANY = Array.from(
  { length: 40 },
  (_, n) => `q${n}: questions(first: 100) { edges { node { id skills { id } } } }`,
);
const COSTLY = `query Costly { ${MANY.join(' ')} }`;
const COSTLY_WATCH = `subscription { submissionChanged(id: "x") { ${Array.from(
  { length: 60 },
  (_, n) => `c${n}: cases { table { ${Array.from({ length: 20 }, (_unused, m) => `r${m}: rows`).join(' ')} } }`,
).join(' ')} } }`;

let open: TestApi;
let closed: TestApi;
const sockets: GraphQLSocket[] = [];

beforeAll(async () => {
  open = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  const operations = new Map([VIEWER, CHANGED, DEEP, COSTLY].map((query) => [hashOf(query), query]));
  const environment = { NODE_ENV: 'production', PUBLIC_URL: 'https://holdout.example' };
  closed = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { operations, environment });
});
afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  await Promise.all([open.stop(), closed.stop()]);
});

function socketTo(api: TestApi, headers: Record<string, string> = {}): GraphQLSocket {
  const socket = new GraphQLSocket(api.url, headers);
  sockets.push(socket);
  return socket;
}

const ask = async (api: TestApi, body: object): Promise<{ status: number; text: string }> =>
  new GraphQLClient(api.url).post(JSON.stringify(body));

test('in production an operation of the web app is executed by its hash', async () => {
  const { status, text } = await ask(closed, { operationName: 'Viewer', extensions: persisted(VIEWER) });
  expect([status, JSON.parse(text)]).toEqual([200, { data: { viewer: { isGuest: false } } }]);
});

test.each([
  ['an arbitrary query', { query: VIEWER }],
  ['an unknown hash', { extensions: persisted('{ viewer { isGuest } }') }],
  [
    'a known text under a foreign hash',
    { query: VIEWER, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  ],
  ['introspection', { query: getIntrospectionQuery() }],
])('in production %s is refused over HTTP', async (_what, body) => {
  const { status, text } = await ask(closed, body);
  expect(status).toBe(400);
  expect(text).toContain('BAD_INPUT');
});

test('a text sent with a known hash is ignored: the text of the list is executed', async () => {
  const { text } = await ask(closed, { query: '{ viewer { account { id } } }', extensions: persisted(VIEWER) });
  expect(JSON.parse(text)).toEqual({ data: { viewer: { isGuest: false } } });
});

test('the limits apply to listed operations too', async () => {
  const { status, text } = await ask(closed, { extensions: persisted(COSTLY) });
  expect(status).toBe(400);
  expect(text).toContain('too costly');
});

test('over the websocket a listed subscription is admitted by its hash, then authorized', async () => {
  const more = { variables: { id: 'x' }, extensions: persisted(CHANGED) };
  expect(await socketTo(closed).refusal('', more)).toEqual(['UNAUTHENTICATED']);
});

test.each([
  ['an arbitrary subscription', CHANGED, {}],
  ['an unknown hash', '', { extensions: persisted('subscription { x }') }],
  ['a listed query, which belongs on HTTP', '', { extensions: persisted(VIEWER) }],
  ['a listed operation that is too deep', '', { extensions: persisted(DEEP) }],
])('in production %s is refused over the websocket', async (_what, query, more) => {
  expect(new Set(await socketTo(closed).refusal(query, { variables: { id: 'x' }, ...more }))).toEqual(
    new Set(['BAD_INPUT']),
  );
});

test.each([
  ['introspection', getIntrospectionQuery()],
  ['a query', '{ viewer { isGuest } }'],
  ['a mutation', 'mutation { signOut(input: {}) { __typename } }'],
  ['a subscription 15 levels deep', DEEP],
  ['a subscription that is too costly', COSTLY_WATCH],
  ['a syntax error', 'subscription {'],
  ['too many tokens', `subscription { submissionChanged(id: "x") { ${'id '.repeat(4000)} } }`],
])('outside production too, %s is refused over the websocket', async (_what, query) => {
  expect(new Set(await socketTo(open).refusal(query))).toEqual(new Set(['BAD_INPUT']));
});

test('a websocket from another site is refused', async () => {
  await expect(socketTo(open, { origin: 'https://elsewhere.example' }).collect(CHANGED)).rejects.toThrow('closed');
  const more = { variables: { id: 'x' } };
  expect(await socketTo(open, { origin: 'http://127.0.0.1:3000' }).refusal(CHANGED, more)).toEqual(['UNAUTHENTICATED']);
});

test('an oversized message closes the websocket, and the process keeps running', async () => {
  await expect(socketTo(open).collect(CHANGED, { variables: { id: 'x'.repeat(100_000) } })).rejects.toThrow('closed');
  expect(await new GraphQLClient(open.url).ask(VIEWER)).toEqual({ viewer: { isGuest: false } });
});

test('behind https the cookie is Secure and bound to this host', async () => {
  const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
  const site = await startTestApi(await makeScratchDatabase(API_TEMPLATE), {
    environment: { PUBLIC_URL: 'https://holdout.example' },
  });
  const client = new GraphQLClient(site.url);
  const input = { email: 'a@example.org', password: 'correct horse battery', displayName: 'A person' };
  await client.ask(query, { input });
  expect(client.lastSetCookies[0]).toMatch(/^__Host-holdout-session=.+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
  await site.stop();
});
