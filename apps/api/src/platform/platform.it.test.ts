import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../test-api';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

const visitor = (headers: Record<string, string> = {}): GraphQLClient => new GraphQLClient(api.url, headers);
const VIEWER = '{ viewer { isGuest } }';
const VIEWER_BODY = JSON.stringify({ query: VIEWER });

async function staysUp(): Promise<void> {
  expect(await visitor().ask(VIEWER)).toEqual({ viewer: { isGuest: false } });
}

test('a visitor is neither guest nor account', async () => {
  const answer = await visitor().ask('{ viewer { isGuest account { id } } }');
  expect(answer).toEqual({ viewer: { isGuest: false, account: null } });
});

test('a request of 10 MB is refused with 413', async () => {
  const { status } = await visitor().post(
    JSON.stringify({ query: VIEWER, variables: { x: 'x'.repeat(10 * 1024 * 1024) } }),
  );
  expect(status).toBe(413);
  await staysUp();
});

test.each([
  ['broken JSON', '{ "query": '],
  ['an empty body', ''],
  ['a list of operations', `[${VIEWER_BODY}, ${VIEWER_BODY}]`],
  ['a number', '7'],
  ['no query', '{}'],
  ['a query that is not a string', '{ "query": 7 }'],
])('%s is refused with 400', async (_what, body) => {
  const { status } = await visitor().post(body);
  expect(status).toBe(400);
  await staysUp();
});

test('a query 15 levels deep is refused, with or without fragments', async () => {
  const nested = (levels: number): string => (levels === 0 ? 'x' : `x { ${nested(levels - 1)} }`);
  expect(await visitor().send(`{ ${nested(14)} }`)).toMatchObject({
    errors: expect.arrayContaining([
      expect.objectContaining({
        message: 'The operation is nested too deeply: at most 12 levels are allowed.',
        extensions: { code: 'BAD_INPUT' },
      }),
    ]),
  });
  const hidden = `{ ${'x { '.repeat(7)} ...F ${'}'.repeat(7)} } fragment F on Query { ${nested(7)} }`;
  expect(JSON.stringify(await visitor().send(hidden))).toContain('at most 12 levels');
});

test('recursive fragments are refused without an endless loop', async () => {
  const codes = await visitor().refusal('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
  expect(new Set(codes)).toEqual(new Set(['BAD_INPUT']));
});

test('a query that is too costly is refused, also if a variable sets the page length', async () => {
  const many = (first: string) =>
    Array.from(
      { length: 40 },
      (_, n) => `q${n}: questions(first: ${first}) { edges { node { id skills { id } } } }`,
    ).join(' ');
  expect(await visitor().refusal(`{ ${many('100')} }`)).toEqual(['BAD_INPUT']);
  expect(await visitor().refusal(`query ($n: Int!) { ${many('$n')} }`, { n: 100 })).toEqual(['BAD_INPUT']);
});

test.each([0, -1, 101, 2_000_000])('a page of %i is refused', async (first) => {
  const query = 'query ($first: Int!) { questions(first: $first) { edges { cursor } } }';
  expect(await visitor().refusal(query, { first })).toEqual(['BAD_INPUT']);
});

test('a query with too many tokens is refused before it is parsed to its end', async () => {
  expect(await visitor().refusal(`{ ${'viewer { isGuest } '.repeat(2000)} }`)).toEqual(['BAD_INPUT']);
});

test('GraphQL is served by POST only', async () => {
  const response = await fetch(`${api.url}/graphql?query=${encodeURIComponent(VIEWER)}`);
  expect(response.status).toBe(405);
});

test.each([
  ['another origin', { origin: 'https://elsewhere.example' }, 403],
  ['no origin at all (a sandboxed page)', { origin: 'null' }, 403],
  ['a sibling subdomain', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own address', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, 200],
  ['our own address by its other name', { origin: 'http://localhost:3000' }, 200],
  ['another port of this machine', { origin: 'http://127.0.0.1:9' }, 403],
])('a request sent by a page of %s gets %o → %i', async (_what, headers, expected) => {
  const { status } = await visitor().post(VIEWER_BODY, headers);
  expect(status).toBe(expected);
});

test('an HTML form of another site cannot send GraphQL', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const { status } = await visitor().post(VIEWER_BODY, { 'content-type': type });
    expect(status).toBeGreaterThanOrEqual(400);
  }
});

test('every response has the security headers', async () => {
  const { headers } = await fetch(`${api.url}/healthz`);
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('an internal failure shows only an id, and is logged once under that id', async () => {
  await api.dataSource.query('alter table session rename to session_away');
  const { text } = await visitor({ cookie: 'holdout-session=x' }).post(VIEWER_BODY);
  await api.dataSource.query('alter table session_away rename to session');
  const [failure] = (
    JSON.parse(text) as { errors: { message: string; extensions: { code: string; errorId: string } }[] }
  ).errors;
  expect(failure).toMatchObject({
    message: 'Internal error. Try again; if it repeats, report the errorId.',
    extensions: { code: 'INTERNAL' },
  });
  expect(text).not.toContain('session');
  const lines = api.logged.filter((line) => line.includes(failure?.extensions.errorId ?? 'none'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
    err: { message: expect.stringContaining('session') },
    requestId: expect.any(String),
  });
});

test('healthz answers while the process runs; readyz once all its parts are ready', async () => {
  expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ alive: true });
  const ready = (await (await fetch(`${api.url}/readyz`)).json()) as Record<string, unknown>;
  expect(ready).toMatchObject({ database: 'ok' });
});

test('reading a session takes one statement', async () => {
  const client = visitor({ cookie: 'holdout-session=unknown' });
  const { statements } = await api.countStatements(() => client.ask(VIEWER));
  expect(statements).toHaveLength(1);
});
