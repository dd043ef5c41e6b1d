import { request } from 'node:http';
import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;

beforeAll(async () => {
  const environment = { NODE_ENV: 'production', PUBLIC_URL: 'https://holdout.example' };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { operations: new Map(), environment });
});
afterAll(() => api.stop());

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** Sends the path exactly as it is written, which `fetch` would normalize. */
function send(path: string, { method = 'POST', headers = {}, body }: Sent): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.once('error', reject).end(body);
  });
}

const JSON_BODY = { 'content-type': 'application/json' };
const FREE = { headers: JSON_BODY, body: JSON.stringify({ query: '{ viewer { isGuest } }' }) };

/** Spellings that the router maps to the GraphQL endpoint, and others that it does not. */
const ROUTED = [
  '/graphql',
  '/%67raphql',
  '/graphq%6C',
  '/%67%72%61%70%68%71%6c',
  '/graphql#x',
  '/graphql?x=1#y',
  '/graphql?',
];
const OTHERS = [
  '/graphql;x',
  '/graphql/',
  '//graphql',
  '/./graphql',
  '/x/../graphql',
  '/GraphQL',
  '/graphql%00',
  '/graphql%2f',
];
const SPELLINGS = [...ROUTED, ...OTHERS, '/%2567raphql'];

test.each(SPELLINGS)('the operation list of production applies at %s', async (path) => {
  const { status, text } = await send(path, FREE);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('isGuest');
});

test.each(ROUTED)('another site is refused at %s before its operation is read', async (path) => {
  const foreign = { ...FREE, headers: { ...JSON_BODY, origin: 'https://elsewhere.example' } };
  expect((await send(path, foreign)).status).toBe(403);
});

test.each(SPELLINGS)('GET is refused at %s', async (path) => {
  const { status, text } = await send(path, { method: 'GET', headers: { 'apollo-require-preflight': '1' } });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('isGuest');
});

test.each(['/healthz', '/%68ealthz', '/healthz#x'])('%s returns only that the process is up', async (path) => {
  expect(await send(path, { method: 'GET' })).toEqual({ status: 200, text: '{"alive":true}' });
});

test.each(['/%E0%A4%A', '/%', '/assets/..%2f..%2fpackage.json', '/..%2foperations.json', '/operations.json'])(
  'the malformed or hidden file %s is refused without an internal error',
  async (path) => {
    const { status } = await send(path, { method: 'GET' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  },
);
