import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const LARGE = 'export const answer = 42;\n'.repeat(100);

let api: TestApi;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdout-web-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Holdout</title>');
  writeFileSync(join(root, 'assets/index-a1b2c3.js'), 'export {};');
  writeFileSync(join(root, 'assets/index-a1b2c3.js.gz'), gzipSync('export {};'));
  writeFileSync(join(root, 'assets/large-d4e5f6.js'), LARGE);
  writeFileSync(join(root, 'assets/large-d4e5f6.js.gz'), gzipSync(LARGE));
  writeFileSync(join(root, 'assets/large-d4e5f6.js.br'), brotliCompressSync(LARGE));
  writeFileSync(join(root, 'operations.json'), '{}');
  writeFileSync(join(root, '.hidden'), 'no');
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_WEB_ROOT: root } });
});
afterAll(async () => {
  await api.stop();
  rmSync(root, { recursive: true });
});

/** `fetch` would decode the body. */
function getRaw(
  path: string,
  encodings: string,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}${path}`, { headers: { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.once('error', reject).end();
  });
}

function decoded(body: Buffer, encoding: string | null): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}

const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(`${api.url}${path}`, { headers });

test.each(['/', '/questions/choice.some-question', '/index.html'])(
  '%s is the page of the app and must be revalidated',
  async (path) => {
    const response = await get(path);
    expect(await response.text()).toContain('<title>Holdout</title>');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  },
);

test('a file with a hash in its name is cached as immutable', async () => {
  const response = await get('/assets/index-a1b2c3.js', { accept: '*/*', 'accept-encoding': 'identity' });
  expect(await response.text()).toBe('export {};');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each([
  ['br', 'gzip, deflate, br', 'br'],
  ['gzip', 'gzip, deflate', 'gzip'],
  ['no encoding', 'identity', null],
  ['no encoding', 'br;q=0', null],
])(
  'a browser gets a file in %s if it accepts %s, and caches distinguish the variants',
  async (_what, accept, encoding) => {
    const { status, headers, body } = await getRaw('/assets/large-d4e5f6.js', accept);
    expect([status, headers['content-encoding'] ?? null, headers['vary']]).toEqual([200, encoding, 'accept-encoding']);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(decoded(body, encoding).toString()).toBe(LARGE);
    expect(Number(headers['content-length'])).toBe(body.length);
  },
);

test.each([
  '/operations.json',
  '/.hidden',
  '/assets/gone.js',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/index-a1b2c3.js.gz',
])('%s is not a file of the app', async (path) => {
  expect((await get(path, { accept: '*/*' })).status).toBe(404);
});

test('an address that cannot be decoded is refused', async () => {
  expect((await get('/%zz')).status).toBe(400);
});

test('the front page is served with any Accept header', async () => {
  const response = await get('/', { accept: '*/*' });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>Holdout</title>');
});
