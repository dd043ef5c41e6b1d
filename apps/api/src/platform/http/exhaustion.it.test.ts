import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import type { HttpLimits } from './http-limits';

const VIEWER = '{ viewer { isGuest } }';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const QUESTIONS = 'query ($filter: QuestionFilter) { questions(first: 1, filter: $filter) { totalCount } }';
const SAVE = 'mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { __typename } }';

const LIMITS: Partial<HttpLimits> = { strangersPerAddress: 4, strangers: 8, longBodies: 2 };

let api: TestApi;
const sockets: Socket[] = [];

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { httpLimits: LIMITS });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(() => api.stop());

/** A connection from an address of the loopback network; each address counts as a separate client. */
async function open(url: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), localAddress });
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

function untilClosed(socket: Socket): Promise<unknown> {
  socket.resume();
  return socket.destroyed ? Promise.resolve() : once(socket, 'close');
}

/** What the server sends until it closes the connection. */
async function allOf(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(socket, 'close');
  return text;
}

const headersOf = (length: number, more: Readonly<Record<string, string>> = {}): string => {
  const lines = Object.entries({ host: 'x', 'content-type': 'application/json', 'content-length': length, ...more });
  return `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
};

/** A request whose body never ends. */
async function slow(
  url: string,
  from?: string,
  more?: Readonly<Record<string, string>>,
  length = 100,
): Promise<Socket> {
  const socket = await open(url, from);
  socket.write(`${headersOf(length, more)}{"query":`);
  return socket;
}

/** The status of a small request on this connection, which stays open. */
async function answered(socket: Socket, cookie: Readonly<Record<string, string>> = {}): Promise<string> {
  const body = JSON.stringify({ query: VIEWER });
  socket.write(headersOf(body.length, cookie) + body);
  const [part] = (await once(socket, 'data')) as [Buffer];
  return part.toString().slice(0, 12);
}

async function person(name: string): Promise<GraphQLClient> {
  const client = new GraphQLClient(api.url);
  const input = { email: `${name}@example.org`, password: 'correct horse battery', displayName: name };
  await client.ask(SIGN_UP, { input });
  return client;
}

describe('a client that is late', () => {
  let hasty: TestApi;
  beforeAll(async () => {
    const httpLimits = { headersMs: 200, requestMs: 300, checkEveryMs: 50 };
    hasty = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { httpLimits });
  });
  afterAll(() => hasty.stop());

  test.each([
    ['nothing', ''],
    ['half of its headers', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'],
    ['half of its body', `${headersOf(100)}{"query":`],
    ['half of its body to another path', headersOf(100).replace('/graphql', '/healthz')],
  ])('with %s sent loses its connection', async (_what, sent) => {
    const socket = await open(hasty.url);
    if (sent !== '') socket.write(sent);
    await untilClosed(socket);
  });
});

test('above the limit for an address, the connection without a session that has waited longest is closed', async () => {
  const first = await slow(api.url);
  const others = [await slow(api.url), await slow(api.url), await slow(api.url)];
  const elsewhere = await slow(api.url, '127.0.0.2');
  const honest = await open(api.url);
  expect(await answered(honest)).toBe('HTTP/1.1 200');
  await untilClosed(first);
  expect([...others, elsewhere].map(({ destroyed }) => destroyed)).toEqual([false, false, false, false]);
});

test('above the limit for all addresses, it is the one that has waited longest of all', async () => {
  const from = (n: number): Promise<Socket> => slow(api.url, `127.0.0.${n}`);
  const first = await from(2);
  for (let n = 3; n <= 9; n++) await from(n);
  const last = await from(10);
  await untilClosed(first);
  expect(last.destroyed).toBe(false);
});

test('no connection of a person with a session is closed for what others at the same address open', async () => {
  const member = await person('member');
  const theirs = await open(api.url);
  expect(await answered(theirs, member.cookieHeader())).toBe('HTTP/1.1 200');
  const strangers: Socket[] = [];
  for (let n = 0; n < 12; n++) strangers.push(await slow(api.url));
  await Promise.all(strangers.slice(0, 8).map(untilClosed));
  expect(await answered(theirs, member.cookieHeader())).toBe('HTTP/1.1 200');
});

test('a websocket without a session is limited like any other connection', async () => {
  const socket = await open(api.url);
  socket.write(
    'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 101 /);
  for (let n = 0; n < 4; n++) await slow(api.url);
  await untilClosed(socket);
});

test('a body above 64 kB is refused before it is sent, unless its sender has a session', async () => {
  const socket = await open(api.url);
  socket.write(headersOf(100_000));
  expect(await allOf(socket)).toMatch(/^HTTP\/1.1 413 /);
});

test.each([
  ['/', 413],
  ['/graphql', 413],
])('a long body that is sent to %s without a session is refused', async (path, status) => {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: VIEWER, padding: 'x'.repeat(100_000) }),
  }).catch(() => null);
  // The connection may be closed while the client still sends.
  if (response) expect(response.status).toBe(status);
});

test('with a session, a long body is accepted for operations that need one, and refused for all others', async () => {
  const client = await person('writer');
  const padding = 'x'.repeat(100_000);
  const read = await client.post(JSON.stringify({ query: VIEWER, padding }));
  expect(read.status).toBe(413);
  const answer = { code: { language: 'PYTHON', source: '#'.repeat(200_000) } };
  const ids = {
    itemId: '0190b5a0-0000-7000-8000-000000000000',
    revisionId: '0190b5a0-0000-7000-8000-000000000001',
    basedOn: 0,
  };
  expect(await client.refusal(SAVE, { input: { ...ids, answer } })).toEqual(['NOT_FOUND']);
});

test('if too many long bodies arrive at a time, the oldest is cut off, so that slow ones cannot keep others out', async () => {
  const cookie = (await person('slow')).cookieHeader();
  const first = await slow(api.url, undefined, cookie, 100_000);
  const second = await slow(api.url, undefined, cookie, 100_000);
  const third = await slow(api.url, undefined, cookie, 100_000);
  await untilClosed(first);
  expect([second.destroyed, third.destroyed]).toEqual([false, false]);
});

test('a filter with too many ids is refused without a statement to the database', async () => {
  const skills = Array.from({ length: 1000 }, (_, n) => `skill-${n}`);
  const client = new GraphQLClient(api.url);
  const { result, statements } = await api.countStatements(() => client.refusal(QUESTIONS, { filter: { skills } }));
  expect([result, statements]).toEqual([['BAD_INPUT'], []]);
});
